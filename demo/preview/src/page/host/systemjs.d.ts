/** The part of SystemJS that plugin-loader.ts uses. */
declare module 'systemjs/dist/system.js' {}

interface SystemModule {
  setters: ((dependency: Record<string, unknown>) => void)[];
  /** What it returns is awaited as a promise: return nothing. */
  execute: () => void;
}

interface SystemLoader {
  import(id: string): Promise<Record<string, unknown>>;
  constructor: {
    prototype: {
      resolve: (id: string, parent?: string) => string;
      instantiate: (
        url: string
      ) => Promise<[string[], (exporter: (values: Record<string, unknown>) => void) => SystemModule]>;
    };
  };
}

declare const System: SystemLoader;
