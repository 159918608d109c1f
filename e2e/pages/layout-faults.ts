import type { Locator } from '@playwright/test';

/**
 * What is wrong with the layout of a panel as a reader sees it, a line each: texts that lie over each other, texts that
 * are cut at the edge of their picture, a panel that scrolls sideways. Fonts differ between machines: boxes are compared
 * here, never pixels.
 */
export async function layoutFaults(panel: Locator): Promise<string[]> {
  return panel.evaluate((root) => {
    /** Boxes of letters are higher than the letters. */
    const SLACK = 3;
    interface Box {
      /** A text that ends in an ellipsis has several boxes. */
      node: Node;
      text: string;
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    /** What only screen readers get has a box of one pixel. */
    const isHidden = (element: Element): boolean => {
      const { visibility, opacity, overflow } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const forScreenReaders = overflow === 'hidden' && width <= 1 && height <= 1;
      return visibility === 'hidden' || Number(opacity) === 0 || forScreenReaders;
    };
    const ancestors = (element: Element): Element[] => {
      const found: Element[] = [];
      for (let one: Element | null = element; one && one !== root.parentElement; one = one.parentElement) {
        found.push(one);
      }
      return found;
    };
    /** What scrolling and "overflow: hidden" leave of a box. */
    const clipped = (box: Box, around: Element[]): Box => {
      let { left, right, top, bottom } = box;
      for (const element of around) {
        const style = getComputedStyle(element);
        const edge = element.getBoundingClientRect();
        if (style.overflowX !== 'visible') {
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        }
        if (style.overflowY !== 'visible') {
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
      }
      return { ...box, left, right, top, bottom };
    };
    /** Whether the innermost element that a text is too wide for hides the rest with neither an ellipsis nor a scroll bar. */
    const isCutSilently = (right: number, around: Element[]): boolean => {
      const cutter = around.find(
        (one) => getComputedStyle(one).overflowX !== 'visible' && one.getBoundingClientRect().right < right - SLACK
      );
      const style = cutter && getComputedStyle(cutter);
      return style !== undefined && /hidden|clip/.test(style.overflowX) && style.textOverflow !== 'ellipsis';
    };
    const boxes: Box[] = [];
    const faults: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent || parent.closest('style,script,title,desc')) {
        continue;
      }
      const around = ancestors(parent);
      if (around.some(isHidden)) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const picture = parent.closest('svg')?.getBoundingClientRect();
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const box = { node, text, left, right, top, bottom };
        if (picture && (left < picture.left - 1 || right > picture.right + 1)) {
          faults.push(`“${text}” is cut at the edge of its picture`);
        }
        const seen = clipped(box, around);
        if (seen.right > left && isCutSilently(right, around)) {
          faults.push(`“${text}” is cut, and nothing says so`);
        }
        if (seen.right - seen.left > SLACK && seen.bottom - seen.top > SLACK) {
          boxes.push(seen);
        }
      }
    }
    boxes.sort((a, b) => a.left - b.left);
    boxes.forEach((one, i) => {
      for (const other of boxes.slice(i + 1)) {
        if (other.left >= one.right - SLACK) {
          break;
        }
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (height > SLACK + 1 && one.node !== other.node) {
          faults.push(`“${one.text}” and “${other.text}” lie over each other`);
        }
      }
    });
    for (const element of [root, ...root.querySelectorAll('*')]) {
      const sideways = element.scrollWidth - element.clientWidth > 1;
      if (sideways && /auto|scroll/.test(getComputedStyle(element).overflowX) && element.clientWidth > 0) {
        faults.push(`${element.tagName.toLowerCase()}.${element.className} scrolls sideways`);
      }
    }
    return [...new Set(faults)];
  });
}
