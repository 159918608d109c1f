package contract

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
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

// coreInNode is one process for all tests of this package: lines in, lines out. It ends when this process does.
type coreInNode struct {
	mu  sync.Mutex
	in  io.WriteCloser
	out *bufio.Reader
}

var nodeOnce struct {
	sync.Mutex
	started *coreInNode
}

func startCoreInNode(t *testing.T) *coreInNode {
	t.Helper()
	nodeOnce.Lock()
	defer nodeOnce.Unlock()
	if nodeOnce.started != nil {
		return nodeOnce.started
	}
	command := node(t, "packages/query/src/drivers/golden.ts")
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	nodeOnce.started = &coreInNode{in: in, out: bufio.NewReaderSize(out, 1<<20)}
	return nodeOnce.started
}

// finalStepsInNode gives what each scenario ends with in Node, as canonical JSON.
func finalStepsInNode(t *testing.T, scenarios []*scenario) []string {
	t.Helper()
	process := startCoreInNode(t)
	process.mu.Lock()
	defer process.mu.Unlock()
	var writing sync.WaitGroup
	writing.Go(func() { // at the same time: pipes hold little
		encoder := json.NewEncoder(process.in)
		for _, one := range scenarios {
			if err := encoder.Encode(one); err != nil {
				t.Errorf("the core in Node reads no more: %v", err)
				return
			}
		}
	})
	steps := make([]string, len(scenarios))
	for i := range steps {
		line, err := process.out.ReadString('\n')
		if err != nil {
			t.Fatalf("the core in Node ended at %s: %v", scenarios[i].name, err)
		}
		steps[i] = strings.TrimSuffix(line, "\n")
	}
	writing.Wait()
	return steps
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
