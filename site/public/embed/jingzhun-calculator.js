// <jingzhun-calculator policy="…" subject="household" language="zh" on="yyyy-mm-dd"></jingzhun-calculator>
// Shows the calculator in a frame that is as tall as its content. What is entered stays in the frame: the page around
// it learns the height and nothing else.

{
  // A plain script, not a module: a module of another origin would need headers that a static host may not send.
  const site = new URL('../', document.currentScript.src);

  /** Names as they stand in addresses: nothing in an attribute can lead out of the site. */
  const plainName = /^[a-z][a-z0-9-]*$/i;

  class JingzhunCalculator extends HTMLElement {
    static observedAttributes = ['policy', 'subject', 'language', 'on'];
    #frame;
    #listen = (event) => {
      if (event.origin !== site.origin || event.source !== this.#frame?.contentWindow) return;
      const height = event.data?.jingzhun === 'height' && Number(event.data.height);
      if (height > 0) this.#frame.style.height = `${height}px`;
    };

    connectedCallback() {
      this.style.display ||= 'block';
      addEventListener('message', this.#listen);
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener('message', this.#listen);
      this.#frame?.remove();
      this.#frame = undefined;
    }

    attributeChangedCallback() {
      if (this.#frame !== undefined) this.#show();
    }

    #show() {
      const english = this.getAttribute('language') === 'en';
      const address = this.#address(english);
      this.#frame?.remove();
      this.#frame = undefined;
      this.textContent = '';
      if (address === undefined) {
        this.textContent = english
          ? 'jingzhun-calculator: give policy as an id such as my-policy-2016, and subject as a word such as household'
          : 'jingzhun-calculator：policy 应为政策编号（如 my-policy-2016），subject 应为对象（如 household）';
        return;
      }
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.title = english ? 'Policy calculator' : '政策计算';
      frame.referrerPolicy = 'no-referrer';
      frame.allow = 'clipboard-write';
      frame.style.cssText = 'display:block;width:100%;height:40rem;border:0';
      this.#frame = frame;
      this.append(frame);
    }

    #address(english) {
      const policy = this.getAttribute('policy') ?? '';
      const subject = this.getAttribute('subject') ?? 'household';
      if (!plainName.test(policy) || !plainName.test(subject)) return undefined;
      const address = new URL(`${english ? 'en/' : ''}calc/${policy}/${subject}/`, site);
      address.searchParams.set('embed', '');
      const on = this.getAttribute('on');
      if (on !== null) address.searchParams.set('on', on);
      return address.href;
    }
  }

  customElements.define('jingzhun-calculator', JingzhunCalculator);
}
