// Package plugin answers Grafana: queries, health and resources are operations of the script.
package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

// Datasource is one configured data source.
type Datasource struct {
	program *engine.Program
	http    httpCloser
	service *upstream.Shared
	// misconfigured says what is wrong with the settings; then every operation answers with it.
	misconfigured error
	settings      json.RawMessage
	// forwards: users' own headers go to the service, so replies are shared only between calls with equal headers.
	forwards bool
	deadline time.Duration
}

type httpCloser interface{ CloseIdleConnections() }

var (
	_ backend.QueryDataHandler      = (*Datasource)(nil)
	_ backend.CheckHealthHandler    = (*Datasource)(nil)
	_ backend.CallResourceHandler   = (*Datasource)(nil)
	_ instancemgmt.InstanceDisposer = (*Datasource)(nil)
)

// Factory makes a Datasource for each configured data source, and a new one when its settings change.
func Factory(program *engine.Program) func(context.Context, backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	return func(ctx context.Context, settings backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
		return New(ctx, program, settings), nil
	}
}

// New never fails: wrong settings become the answer to every operation, where the user looks.
func New(ctx context.Context, program *engine.Program, settings backend.DataSourceInstanceSettings) *Datasource {
	if len(settings.JSONData) == 0 {
		settings.JSONData = []byte("{}")
	}
	source := &Datasource{program: program, settings: settings.JSONData, deadline: upstream.Deadline}
	source.misconfigured = source.connect(ctx, settings)
	return source
}

func (d *Datasource) connect(ctx context.Context, settings backend.DataSourceInstanceSettings) error {
	var forwarding struct {
		OAuthPassThru bool     `json:"oauthPassThru"`
		KeepCookies   []string `json:"keepCookies"`
	}
	if err := json.Unmarshal(d.settings, &forwarding); err != nil {
		return fmt.Errorf("the settings of this data source cannot be read: %w", err)
	}
	d.forwards = forwarding.OAuthPassThru || len(forwarding.KeepCookies) > 0
	options, err := settings.HTTPClientOptions(ctx)
	if err != nil {
		return fmt.Errorf("the HTTP settings of this data source cannot be used: %w", err)
	}
	options.ForwardHTTPHeaders = d.forwards
	httpClient, err := httpclient.New(options)
	if err != nil {
		return fmt.Errorf("the HTTP settings of this data source cannot be used: %w", err)
	}
	d.http = httpClient
	client, err := upstream.NewClient(settings.URL, httpClient)
	if err != nil {
		return err
	}
	d.service = upstream.NewShared(client.Call)
	return nil
}

// Dispose ends idle connections; calls under way end by themselves.
func (d *Datasource) Dispose() {
	if d.http != nil {
		d.http.CloseIdleConnections()
	}
}
