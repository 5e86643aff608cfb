import type { Language } from '../language.ts';
import type { Statement } from '../statements/statement.ts';

export const privacyWords: Readonly<Record<Language, Statement>> = {
  zh: {
    title: '隐私',
    description: '本站不发送您填写的任何内容。这里写明发送什么、保存什么、存在哪里，以及怎样自己核实。',
    lead: '您填写的内容和打开的花名册都在您的浏览器里处理，不发送给任何人，包括本站。下面写明怎样自己核实。',
    sections: [
      {
        id: 'sent',
        title: '发送什么',
        parts: [
          '浏览器向本站取网页、程序和政策数据，与打开任何网站一样，本站的服务器因此会知道您的网络地址和取了哪些文件。除此之外什么也不发送：没有统计，没有广告，没有第三方的文件，没有 Cookie，没有账号。',
          '第一次打开后，浏览器会在后台把几乎全站的文件取来存好，供以后不联网时使用。取的都是人人相同的文件，与您填写的内容无关。',
          { page: 'offline/#how', label: '哪些文件例外' },
          '搜索也在浏览器里进行。所查的词写在地址的 `#` 之后，浏览器不会把这一段发给服务器。',
        ],
      },
      {
        id: 'check',
        title: '怎样自己核实',
        parts: [
          {
            steps: [
              '断网试：打开要用的页面，拔掉网线或打开飞行模式，然后填写、计算、打印。一切照常，说明计算不需要网络。',
              '看请求：按 F12 打开开发者工具，选“网络”一栏，然后填写。填写和计算时，那里不会出现任何新的请求；换页或首次打开时出现的请求，都是取本站自己的文件。',
              "看限制：在开发者工具里查看网页源代码，`<head>` 的第一行是内容安全策略。浏览器据此拒绝本页连接任何其他网站（`connect-src 'self'`、`form-action 'none'`）。",
            ],
          },
          '这几点都有自动测试，每次改动都要通过，在源代码仓库里：',
          {
            list: [
              '`e2e/privacy.spec.ts`：内容安全策略逐字核对；在页面里试着向别处发送，必须失败；断网后照常填写和计算；填写的内容随标签页一起消失。',
              '`e2e/household-page.ts`：每一项浏览器测试都记下页面加载后的全部请求，有一个就算不通过。',
              '`e2e/offline.spec.ts`：访问一次之后断网，各类页面都能重新打开。',
              '`site/integrations/csp.mjs`：写出内容安全策略的程序。',
            ],
          },
        ],
      },
      {
        id: 'kept',
        title: '保存什么，存在哪里',
        parts: [
          {
            columns: ['什么', '存在哪里', '到什么时候'],
            rows: [
              ['填写的一户情况', '本标签页（sessionStorage），供刷新和换语言时不丢失', '关闭标签页，或按“清空”'],
              ['填写的一户情况，您勾选“保存在本机”时', '本机的浏览器（localStorage）', '取消勾选，或按“清空”'],
              ['转到入户卡的一户情况', '本标签页（sessionStorage）', '关闭标签页，或在卡片页清除'],
              ['您装入的文件原文，您选择保留在本机时', '本机的浏览器（localStorage）', '在该页撤下文本'],
              ['花名册的内容', '只在内存里', '关闭或刷新页面'],
              [
                '花名册各列的对应关系和所选政策（只有列名的指纹，没有内容），您勾选时',
                '本机的浏览器（localStorage）',
                '在核对列那一步按“忘掉”，或在浏览器里清除网站数据',
              ],
              ['是否用大字', '本机的浏览器（localStorage）', '再按一次“大字”'],
              ['本站自己的文件', '本机的浏览器（Cache Storage）', '网站更新时替换，或在浏览器里清除网站数据'],
            ],
          },
          '分享链接把情况写在 `#` 之后，浏览器不会把这一段发给服务器；里面没有姓名、证件号码、电话和银行账号。',
        ],
      },
      {
        id: 'careful',
        title: '仍要留心的',
        parts: [
          {
            list: [
              '公用电脑上，用完请按“清空”并关闭标签页。',
              '导出的表格和打印的结果含有个人信息，按单位的规定保管。',
              '浏览器扩展、输入法和单位的监控软件不受本站控制，它们可能看到您填写的内容。',
              '嵌入其他网页时，外面的网页只得知框架有多高，看不到填写的内容；但外面的网页自己做什么，本站管不了。',
            ],
          },
        ],
      },
    ],
  },
  en: {
    title: 'Privacy',
    description: 'Nothing you enter is sent. What is sent, what is kept and where, and how to check it for yourself.',
    lead: 'What you enter and the rosters you open are worked on in your browser and sent to nobody, this site included. Here is how to check that yourself.',
    sections: [
      {
        id: 'sent',
        title: 'What is sent',
        parts: [
          'The browser fetches pages, programs and policy data from this site, as from any other, so its server learns your network address and which files were fetched. Nothing else is sent: no statistics, no advertising, no files of third parties, no cookies, no accounts.',
          'After the first visit the browser fetches almost all files of the site in the background and keeps them, so that it works without network. They are the same for everybody and have nothing to do with what you enter.',
          { page: 'offline/#how', label: 'Which files are the exceptions' },
          'The search runs in the browser as well. What you look for stands after the `#` of the address, which browsers do not send to servers.',
        ],
      },
      {
        id: 'check',
        title: 'How to check it yourself',
        parts: [
          {
            steps: [
              'Without network: open the page you need, pull the cable or switch to flight mode, then fill in, calculate, print. All works, so no network is needed.',
              'The requests: press F12 for the developer tools, choose “Network”, then fill in. Filling in and calculating adds no request; those that come with a new page or the first visit fetch files of this site.',
              "The limits: look at the source of the page. The first line of `<head>` is its content security policy, by which the browser refuses to connect to any other site (`connect-src 'self'`, `form-action 'none'`).",
            ],
          },
          'All of this is tested with every change, in the repository of the source:',
          {
            list: [
              '`e2e/privacy.spec.ts`: the content security policy word by word; sending elsewhere from the page must fail; filling in and calculating without network; what was entered goes with the tab.',
              '`e2e/household-page.ts`: every browser test notes all requests after the page has loaded, and one is a failure.',
              '`e2e/offline.spec.ts`: after one visit, pages of every kind open again with the network off.',
              '`site/integrations/csp.mjs`: what writes the content security policy.',
            ],
          },
        ],
      },
      {
        id: 'kept',
        title: 'What is kept, and where',
        parts: [
          {
            columns: ['What', 'Where', 'Until'],
            rows: [
              [
                'What you enter about a household',
                'in this tab (sessionStorage), for a reload or the other language',
                'the tab is closed, or you press “Clear”',
              ],
              [
                'The same, if you tick “Keep on this device”',
                'in this browser (localStorage)',
                'the tick is taken away, or you press “Clear”',
              ],
              [
                'A household handed to its card',
                'in this tab (sessionStorage)',
                'the tab is closed, or it is cleared on the page of the card',
              ],
              [
                'The text of a document you loaded, if you choose to keep it',
                'in this browser (localStorage)',
                'the text is taken off that page',
              ],
              ['The content of a roster', 'in memory alone', 'the page is closed or reloaded'],
              [
                'Which column of a roster is which, and the policy chosen for it, if you tick that (a fingerprint of the headers, no content)',
                'in this browser (localStorage)',
                '“Forget it” is pressed where columns are checked, or the data of the site are cleared in the browser',
              ],
              ['Whether type is large', 'in this browser (localStorage)', '“Large type” is pressed again'],
              [
                'The site’s own files',
                'in this browser (Cache Storage)',
                'the site is updated, or its data are cleared in the browser',
              ],
            ],
          },
          'A link to share holds the case after the `#`, which browsers do not send to servers. Names, id numbers, telephone and bank numbers are not in it.',
        ],
      },
      {
        id: 'careful',
        title: 'What still needs care',
        parts: [
          {
            list: [
              'On a shared computer, press “Clear” and close the tab when you are done.',
              'Exported tables and printed answers hold personal data. Keep them as your office requires.',
              'Browser extensions, input methods and monitoring software are beyond this site; they may see what you enter.',
              'Where the calculator is embedded, the page around it learns how tall the frame is and cannot see what is entered. What that page does itself is its own matter.',
            ],
          },
        ],
      },
    ],
  },
};
