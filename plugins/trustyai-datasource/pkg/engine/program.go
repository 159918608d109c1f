// Package engine runs the script that holds all logic. It knows neither HTTP nor Grafana's requests: an operation of
// the script asks for requests and is resumed with replies.
package engine

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/grafana/sobek"
)

//go:generate npx -y pnpm@10.34.9 --dir ../../../.. --filter @soundcheck/query run build
//go:generate node -e "require('fs').copyFileSync('../../../../packages/query/dist/core.js', 'core.js')"

// The pattern also matches core.md, so that the package compiles, and says what is missing, before the bundle is built.
//
//go:embed core.*
var bundle embed.FS

// Program is a compiled script. Operations share nothing but it: each has a runtime of its own.
type Program struct {
	// StepLimit ends a step that runs longer. It is seen between instructions, so not inside one long JSON.parse. Steps
	// over ten thousand rows take 0.1 s of a free processor; a busy machine, or a container's share of one, stretches that.
	StepLimit time.Duration
	// Patience with a step that goes on after its limit; then the process ends.
	Patience time.Duration
	// HeapLimit in bytes of live objects; beyond it the process ends. The engine has no limit of its own.
	HeapLimit uint64
	// Exit ends the process. Grafana starts it again.
	Exit func(code int)

	compiled *sobek.Program
	// As many steps at once as there are processors, so that limits measure the script and not the queue.
	slots chan struct{}
}

// Load compiles the embedded bundle.
func Load() (*Program, error) {
	source, err := bundle.ReadFile("core.js")
	if err != nil {
		return nil, errors.New("pkg/engine/core.js is missing: run `go generate ./pkg/engine` in plugins/trustyai-datasource " +
			"(it needs Node) and build again")
	}
	return Compile("core.js", string(source))
}

// Compile parses a script that defines the global `soundcheck` with `start(operation, input, context)`.
func Compile(name, source string) (*Program, error) {
	compiled, err := sobek.Compile(name, source, false)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be parsed: %w", name, err)
	}
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	return &Program{2 * time.Second, 10 * time.Second, 512 << 20, os.Exit, compiled, slots}, nil
}

// WatchHeap looks at the heap every few milliseconds, until the process ends.
func (p *Program) WatchHeap() {
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	tooLarge := func() bool {
		metrics.Read(heap)
		return heap[0].Value.Uint64() > p.HeapLimit
	}
	for range time.Tick(20 * time.Millisecond) {
		if tooLarge() {
			runtime.GC() // garbage does not count
			if tooLarge() {
				p.giveUp("its heap is too large", "heapBytes", heap[0].Value.Uint64(), "limitBytes", p.HeapLimit)
			}
		}
	}
}

func (p *Program) giveUp(why string, figures ...any) {
	log.DefaultLogger.Error("This process ends itself, to be started again by Grafana: "+why, figures...)
	p.Exit(1)
}
