import { PanelPlugin, renderMarkdown, textUtil, type PanelProps } from '@grafana/data';
import { RenderUserContentAsHTML, ScrollContainer } from '@grafana/ui';
import { standInMeta } from './stand-in-meta.ts';

interface TextOptions {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

function TextPanel({ options, replaceVariables }: PanelProps<TextOptions>) {
  const content = replaceVariables(options.content, {}, options.mode === 'html' ? 'html' : undefined);
  if (options.mode === 'code') {
    return <pre>{content}</pre>;
  }
  const html = options.mode === 'html' ? textUtil.sanitize(content) : renderMarkdown(content);
  return (
    <ScrollContainer>
      <RenderUserContentAsHTML className="markdown-html" content={html} />
    </ScrollContainer>
  );
}

export const textPanel = new PanelPlugin<TextOptions>(TextPanel).setPanelOptions((builder) =>
  builder
    .addRadio({
      path: 'mode',
      name: 'Mode',
      defaultValue: 'markdown',
      settings: {
        options: [
          { value: 'markdown', label: 'Markdown' },
          { value: 'html', label: 'HTML' },
          { value: 'code', label: 'Code' },
        ],
      },
    })
    .addTextInput({ path: 'content', name: 'Content', defaultValue: '' })
);
textPanel.meta = standInMeta('text', 'Text');
