package plugin

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/sobek"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

const (
	// No operation needs more; a script that asks for ever is stopped.
	maxSteps        = 100
	maxRequestsStep = 256
	// Calls of one operation at once.
	callsAtOnce = 4
)

// operation is one run of the script.
type operation struct {
	name     string
	input    any
	identity string
	from     asked
}

// asked is what the script may know of the call besides its input.
type asked struct {
	timeRange *backend.TimeRange
	alert     bool
}

// run drives the operation to its end and hands its value to read, which runs in the script's goroutine.
func (d *Datasource) run(ctx context.Context, op operation, read func(sobek.Value) error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = engine.PluginFault("The data source broke down. This is a fault of the plugin: please report it.",
				fmt.Sprintf("%v\n%s", cause, debug.Stack()))
		}
		d.log(ctx, op, err)
	}()
	if d.misconfigured != nil {
		return engine.DownstreamFault(sentence(d.misconfigured))
	}
	ctx, cancel := context.WithTimeout(ctx, d.deadline)
	defer cancel()

	session, err := d.program.Start(ctx, op.name, op.input, d.context(op.from))
	if err != nil {
		return err
	}
	var replies []upstream.Reply
	for range maxSteps {
		if errors.Is(ctx.Err(), context.Canceled) {
			return engine.ErrCancelled
		}
		outcome, err := session.Step(ctx, replies)
		if err != nil {
			return err
		}
		if outcome.Done != nil {
			return read(outcome.Done)
		}
		if len(outcome.Requests) > maxRequestsStep {
			return engine.PluginFault(fmt.Sprintf("This needs %d calls to the service at once, more than the %d allowed. "+
				"Ask for fewer models or features.", len(outcome.Requests), maxRequestsStep), "")
		}
		replies = d.callAll(ctx, outcome.Requests, op.identity)
	}
	return engine.PluginFault(fmt.Sprintf("This needs more than %d rounds of calls to the service and was stopped. "+
		"Ask for fewer models or features.", maxSteps), "")
}

func (d *Datasource) callAll(ctx context.Context, requests []upstream.Request, identity string) []upstream.Reply {
	replies := make([]upstream.Reply, len(requests))
	places := make(chan struct{}, callsAtOnce)
	var group sync.WaitGroup
	for i, request := range requests {
		places <- struct{}{}
		group.Go(func() {
			defer func() { <-places }()
			replies[i] = d.service.Do(ctx, request, identity)
		})
	}
	group.Wait()
	return replies
}

func (d *Datasource) context(from asked) map[string]any {
	built := map[string]any{"settings": d.settings, "now": time.Now().UnixMilli()}
	if from.timeRange != nil {
		built["timeRange"] = map[string]int64{"from": from.timeRange.From.UnixMilli(), "to": from.timeRange.To.UnixMilli()}
	}
	if from.alert {
		built["fromAlert"] = true
	}
	return built
}
