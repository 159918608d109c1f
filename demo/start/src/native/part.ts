/** A program of a native part: what it is called, what Debian calls it, and the Go package it is built from. */
export interface NativeProgram {
  name: string;
  debianName?: string;
  goPackage: string;
}

/**
 * A native part: real software in Go that the demo uses and does not imitate. One entry in parts.ts is all that
 * finding, building and checking one needs.
 */
export interface NativePart {
  id: 'prometheus' | 'alertmanager' | 'loki';
  title: string;
  /** Folder of the pinned Go module, from the repository's root. */
  module: string;
  /** The first program is the server. */
  programs: NativeProgram[];
  /** Version that a build from the module says of itself. */
  version: string;
  /** Go variable that the linker writes `version` into. */
  versionVariable: string;
  /** Added to GOFLAGS. */
  goFlags: string;
  /** Absent: Debian has none. */
  debianPackage?: string;
  /** Typical time of the first build, for people. */
  buildTakes: string;
  /** What does not work without it, for people. */
  without: string;
}

/** Where a part was found. */
export interface FoundPart {
  part: NativePart;
  /** Absolute path of each program by its name. */
  programs: Map<string, string>;
  /** For people: "built from tools/prometheus", "on PATH", … */
  origin: string;
  /** What the server's --version says. */
  version: string;
}
