package contract

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"soundcheck/trustyai-datasource/pkg/engine"
)

const repository = "../../../.."

// node runs a TypeScript file of the repository. It is killed at the test's end.
func node(t *testing.T, file string, args ...string) *exec.Cmd {
	t.Helper()
	binary, err := exec.LookPath("node")
	if err != nil {
		t.Skip("SKIPPED: node is not on PATH, so the core in Node and the emulator cannot be compared with")
	}
	command := exec.Command(binary, append([]string{"--import", "tsx", file}, args...)...)
	command.Dir = repository
	command.Stderr = os.Stderr
	return command
}

func core(t testing.TB) *engine.Program {
	t.Helper()
	program, err := engine.Load()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// recordingsFolder as the other packages find it: SOUNDCHECK_RECORDINGS, relative to the repository's root.
func recordingsFolder(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("SOUNDCHECK_RECORDINGS")
	if folder == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("SOUNDCHECK_RECORDINGS is not set: under CI the recorded exchanges must be there.")
		}
		t.Skip("SKIPPED: SOUNDCHECK_RECORDINGS is not set, so recorded replies are not compared")
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join(repository, folder)
	}
	if _, err := os.Stat(filepath.Join(folder, "python")); err != nil {
		t.Fatalf("SOUNDCHECK_RECORDINGS points at %s, which holds no recordings", folder)
	}
	return folder
}
