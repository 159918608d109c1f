import React, { Component, type ReactNode } from 'react';
import { t } from '../i18n/translate.ts';
import { Failure } from './Failure.tsx';
import { inWords } from './in-words.ts';

interface Props {
  /** What is drawn: with other contents it is tried anew. */
  drawn: unknown;
  children: ReactNode;
}

interface State {
  error?: unknown;
  drawn: unknown;
}

/** In place of a view that cannot be drawn: a sentence, and a way to go on. */
export class ViewBoundary extends Component<Props, State> {
  state: State = { drawn: this.props.drawn };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ drawn }: Props, state: State): Partial<State> | null {
    return drawn === state.drawn ? null : { drawn, error: undefined };
  }

  render() {
    const { error } = this.state;
    if (error === undefined) {
      return this.props.children;
    }
    const notLoaded = error instanceof Error && error.name === 'ChunkLoadError';
    return notLoaded ? (
      <Failure
        title={t('failure.part-title', 'A part of the panel did not load')}
        sentence={t(
          'failure.part-text',
          'The view comes in a file of its own, and that could not be fetched: the plugin was updated meanwhile, or the connection failed. Reload the page.'
        )}
        retryText={t('failure.reload', 'Reload the page')}
        onRetry={() => window.location.reload()}
      />
    ) : (
      <Failure
        title={t('failure.view-title', 'This view could not be drawn')}
        sentence={inWords(error)}
        onRetry={() => this.setState({ error: undefined })}
      />
    );
  }
}
