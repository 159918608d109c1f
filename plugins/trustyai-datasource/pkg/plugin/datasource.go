// Package plugin answers Grafana: queries, health and resources are operations of the script.
package plugin

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/grafana/sobek"
	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

const (
	maxCalls    = 1000 // of one operation: a script that asks for ever is stopped
	callsAtOnce = 4    // of one operation
)

// Process is what all data sources of one plugin process share.
type Process struct {
	Program *engine.Program
	Shared  *upstream.Shared
}

// Datasource is one configured data source.
type Datasource struct {
	Process
	service *upstream.Client
	// misconfigured is the answer to every operation then: where the user looks.
	misconfigured error
	jsonData      json.RawMessage
	// What jsonData says to the shell itself. Forwards: users' own headers go to the service.
	forwards, scheduling bool
}

// New makes a Datasource for each configured data source, and again when its settings change. It never fails.
func (p Process) New(ctx context.Context, settings backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	settings.JSONData = []byte(cmp.Or(string(settings.JSONData), "{}"))
	source := &Datasource{Process: p, jsonData: settings.JSONData}
	if err := source.connect(ctx, settings); err != nil {
		source.misconfigured = backend.DownstreamErrorf("The settings of this data source cannot be used: %w. Correct them there.", err)
	}
	return source, nil
}

func (d *Datasource) connect(ctx context.Context, settings backend.DataSourceInstanceSettings) error {
	options, err := settings.HTTPClientOptions(ctx)
	if err != nil {
		return err
	}
	own := backend.JSONDataFromHTTPClientOptions(options)
	cookies, _ := own["keepCookies"].([]any)
	d.forwards = own["oauthPassThru"] == true || len(cookies) > 0
	d.scheduling = own["scheduling"] == "editors"
	options.ForwardHTTPHeaders = d.forwards
	client, err := httpclient.New(options)
	if err != nil {
		return err
	}
	credentials, err := json.Marshal([]any{options.BasicAuth, options.Header, options.TLS, options.SigV4, options.ProxyOptions})
	if err != nil {
		return err
	}
	d.service, err = d.Shared.NewClient(settings.URL, client, string(credentials))
	return err
}

// operation is one run of the script.
type operation struct {
	name  string
	input map[string]any
	// context is what the script may know besides: the time range, whether an alert rule asks.
	context map[string]any
	// asked is the request, with the user's headers.
	asked    backend.ForwardHTTPHeaders
	mayWrite bool
}

// run drives the operation to its end. Its value lives in the VM: read it in the same goroutine. Errors are sourced.
func (d *Datasource) run(ctx context.Context, op operation) (vm *sobek.Runtime, value sobek.Value, err error) {
	ctx, cancel := context.WithTimeout(ctx, upstream.Deadline)
	defer cancel()
	defer func() {
		if err = engine.Sourced(err); err != nil {
			log.DefaultLogger.FromContext(ctx).Warn("operation failed", "operation", op.name, "error", err.Error())
		}
	}()
	if d.misconfigured != nil {
		return nil, nil, d.misconfigured
	}
	known := map[string]any{"settings": d.jsonData, "now": time.Now().UnixMilli(), "forwardsIdentity": d.forwards}
	maps.Copy(known, op.context)
	session, err := d.Program.Start(op.name, op.input, known)
	if err != nil {
		return nil, nil, err
	}
	var replies []upstream.Reply
	for calls := 0; ; {
		outcome, err := session.Step(replies)
		calls += len(outcome.Requests)
		switch {
		case errors.Is(ctx.Err(), context.Canceled):
			return nil, nil, backend.DownstreamErrorf("The query was cancelled.")
		case err != nil || outcome.Done != nil:
			return session.VM, outcome.Done, err
		case calls > maxCalls:
			return nil, nil, backend.PluginErrorf("This needs more than %d calls to the service. Ask for fewer models or features.", maxCalls)
		case len(outcome.Requests) == 0 && ctx.Err() != nil: // it only computes: no reply tells it that time is over
			return nil, nil, backend.PluginErrorf("Working on the service's replies took longer than %v and was stopped. Ask for fewer models, features or rows.", upstream.Deadline)
		case !op.mayWrite && slices.ContainsFunc(outcome.Requests, upstream.Request.Writes):
			return nil, nil, errors.New("an operation that may only read wanted to change the service")
		}
		replies = d.callAll(ctx, outcome.Requests, op.asked)
	}
}

func (d *Datasource) callAll(ctx context.Context, requests []upstream.Request, asked backend.ForwardHTTPHeaders) []upstream.Reply {
	var user http.Header
	if d.forwards {
		user = asked.GetHTTPHeaders()
	}
	replies := make([]upstream.Reply, len(requests))
	places := make(chan struct{}, callsAtOnce)
	var group sync.WaitGroup
	for i, request := range requests {
		places <- struct{}{}
		group.Go(func() {
			replies[i] = d.service.Do(ctx, request, user)
			<-places
		})
	}
	group.Wait()
	return replies
}
