package engine

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/grafana/sobek"
)

const (
	defaultStepLimit = 500 * time.Millisecond
	// A script that recurses without end gets a RangeError long before the process runs out of memory.
	maxCallDepth = 4096
)

// Program is a compiled script. Operations share nothing but it: each has a runtime of its own.
type Program struct {
	compiled *sobek.Program
	// StepLimit ends a step that runs longer. It is seen between instructions, so not inside one long JSON.parse.
	StepLimit time.Duration
	// As many steps at once as there are processors, so that the limit measures the script and not the queue.
	slots chan struct{}
}

// Compile parses a script that defines the global `soundcheck` with `start(operation, input, context)`.
func Compile(name, source string) (*Program, error) {
	compiled, err := sobek.Compile(name, source, false)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be parsed: %w", name, err)
	}
	return &Program{
		compiled:  compiled,
		StepLimit: defaultStepLimit,
		slots:     make(chan struct{}, runtime.GOMAXPROCS(0)),
	}, nil
}

// enter waits for a processor's slot. A free slot is taken even when the context is over: a step is short, and the
// script may still turn a time-out into a sentence.
func (p *Program) enter(ctx context.Context) (leave func(), err error) {
	leave = func() { <-p.slots }
	select {
	case p.slots <- struct{}{}:
		return leave, nil
	default:
	}
	select {
	case p.slots <- struct{}{}:
		return leave, nil
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.Canceled) {
			return nil, ErrCancelled
		}
		return nil, PluginFault("The data source was too busy to run this in time. Try again, or ask for less at once.", "")
	}
}
