import type { Language } from '../language.ts';
import type { Statement } from '../statements/statement.ts';

interface OfflineWords {
  readonly statement: Statement;
  /** What the page says of this device. */
  readonly state: {
    readonly checking: string;
    readonly kept: string;
    readonly partly: string;
    readonly none: string;
    readonly unsupported: string;
  };
}

export const offlineWords: Readonly<Record<Language, OfflineWords>> = {
  zh: {
    state: {
      checking: '正在查看本机…',
      kept: '已存好：{files} 个文件，{size} MB。本站各页不联网也能打开。',
      partly: '正在存：还没有存完，请先不要断网。',
      none: '还没有存。请联网刷新本页；如果浏览器不允许网站存储文件（例如无痕窗口），则不能离线使用。',
      unsupported: '这个浏览器不能离线保存网页，请换用较新的浏览器。',
    },
    statement: {
      title: '离线使用',
      description: '联网打开本站一次，以后不联网也能用：计算、花名册、政策库、文档和搜索。',
      lead: '联网打开本站任何一页，稍等片刻，浏览器就把全站（少数文件除外）存好。以后没有网络也能用，包括计算、花名册、政策库、文档和搜索。',
      sections: [
        { id: 'state', title: '本机的情况', parts: [] },
        {
          id: 'how',
          title: '怎样用',
          parts: [
            {
              steps: [
                '联网打开本站，等一会儿，直到上面显示“已存好”。',
                '把要用的页面加入收藏夹，或按下面的办法装到桌面。',
                '断网后照常打开。地址与联网时相同。',
              ],
            },
            '为离线使用存下的只有本站自己的文件，没有您填写的内容。清除浏览数据、换浏览器后，要重新存一次。',
            '例外：给开发者的接口参考较大，看过的页才存；供其他程序下载的数据文件（JSON）不存。',
          ],
        },
        {
          id: 'install',
          title: '装到桌面',
          parts: [
            {
              list: [
                '电脑上的 Edge 或 Chrome：地址栏右侧有安装图标，或者在菜单里选“安装此站点”。',
                '安卓手机：浏览器菜单里选“添加到主屏幕”。',
                'iPhone 和 iPad：分享按钮，选“添加到主屏幕”。',
                '微信里打开的，先按右上角选“在浏览器打开”。',
              ],
            },
          ],
        },
        {
          id: 'one-file',
          title: '存到 U 盘的单个文件',
          parts: [
            '计算、花名册和入户卡合成了一个文件，不用安装，不用联网，双击即可用浏览器打开。可以存到 U 盘里带走。',
            { file: 'jingzhun.html', label: '保存单个文件（jingzhun.html）' },
            '一个文件约 12 MB，其中是存下那天的规则版本。用它生成的分享链接，只能在这台电脑上、文件原来的位置打开。',
          ],
        },
        {
          id: 'update',
          title: '更新',
          parts: [
            '联网打开时，浏览器会查看有没有新版本，有就在后台取来，只取变了的文件。取齐以后，打开的下一页就是新版本；已经开着的页面继续用旧版本的程序，一页之中不会新旧混杂。',
            '政策的版本与网站的版本无关：旧的政策版本一直都在，可以随时指定。',
          ],
        },
      ],
    },
  },
  en: {
    state: {
      checking: 'Looking at this device…',
      kept: 'Kept: {files} {files|file|files}, {size} MB. The pages of this site open without network.',
      partly: 'Being kept: not all is here yet, please stay connected.',
      none: 'Nothing is kept yet. Reload this page with the network on. Where the browser lets no site keep files, as in a private window, there is no offline use.',
      unsupported: 'This browser cannot keep pages for offline use. Please take a newer one.',
    },
    statement: {
      title: 'Offline use',
      description:
        'Open the site once with the network on, and it works without: calculator, roster, policies, documentation, search.',
      lead: 'Open any page of the site with the network on and wait a moment: the browser keeps almost all of the site. From then on it works without network: calculator, roster, policies, documentation and search.',
      sections: [
        { id: 'state', title: 'This device', parts: [] },
        {
          id: 'how',
          title: 'How to use it',
          parts: [
            {
              steps: [
                'Open the site with the network on, until it says “Kept” above.',
                'Bookmark the pages you need, or install the site as below.',
                'Open them without network. The addresses are the same.',
              ],
            },
            'What is kept for offline use are the site’s own files and nothing that you enter. After clearing browsing data, or in another browser, it has to be kept anew.',
            'Exceptions: of the API reference, which is for developers and large, those pages are kept that were read; files for other programs (JSON) are not kept.',
          ],
        },
        {
          id: 'install',
          title: 'Installing',
          parts: [
            {
              list: [
                'Edge or Chrome on a computer: the install icon at the right of the address bar, or “Install this site” in the menu.',
                'Android: “Add to Home screen” in the menu of the browser.',
                'iPhone and iPad: the share button, then “Add to Home Screen”.',
                'Inside WeChat, first choose “Open in browser” at the top right.',
              ],
            },
          ],
        },
        {
          id: 'one-file',
          title: 'One file for a memory stick',
          parts: [
            'Calculator, roster and card are also one file that needs no installation and no network; a double click opens it in the browser. Save it and copy it to a memory stick.',
            { file: 'jingzhun-en.html', label: 'Save the file (jingzhun-en.html)' },
            'The file is about 12 MB and holds the releases of the day on which it was saved. Share links made with it open only on this computer, and only while the file stays where it is.',
          ],
        },
        {
          id: 'update',
          title: 'Updates',
          parts: [
            'With the network on, the browser looks for a new version and fetches in the background the files that changed. Once all of it is here, the next page you open is of the new version. Pages that are open go on with the programs of the old one, so that no page is half old and half new.',
            'Releases of policies have nothing to do with versions of the site: old releases are always there and can be asked for.',
          ],
        },
      ],
    },
  },
};
