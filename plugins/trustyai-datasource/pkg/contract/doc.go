// Package contract holds tests only: the shell with the real core, against the emulator, the recorded replies of real
// services and the same core in Node. Here, and only here, Go knows TrustyAI.
package contract
