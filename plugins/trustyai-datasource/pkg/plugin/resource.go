package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/sobek"

	"soundcheck/trustyai-datasource/pkg/engine"
)

// CallResource answers the pickers of the query editor.
func (d *Datasource) CallResource(ctx context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	path := resourcePath(req)
	if refused := refuse(req, path); refused != nil {
		return send(sender, refused.status, message(refused.message))
	}
	params, err := parameters(req.URL)
	if err != nil {
		return send(sender, http.StatusBadRequest, message(err.Error()))
	}
	var body []byte
	op := operation{
		name:     "resource",
		input:    map[string]any{"path": path, "params": params},
		identity: d.identity(req),
	}
	err = d.run(ctx, op, func(value sobek.Value) (err error) {
		body, err = toJSON(value)
		return err
	})
	if err != nil {
		fault := asFault(err)
		return send(sender, int(httpStatus(fault)), message(fault.Message))
	}
	return send(sender, http.StatusOK, body)
}

// parameters takes the first value of each.
func parameters(callURL string) (map[string]string, error) {
	parsed, err := url.Parse(callURL)
	if err != nil {
		return nil, fmt.Errorf("The address of this call cannot be read.") //nolint:staticcheck // a sentence for people
	}
	params := map[string]string{}
	for name, values := range parsed.Query() {
		params[name] = values[0]
	}
	return params, nil
}

func message(text string) []byte {
	encoded, err := json.Marshal(map[string]string{"message": text})
	if err != nil {
		// A string always encodes.
		panic(engine.PluginFault(text, err.Error()))
	}
	return encoded
}

func send(sender backend.CallResourceResponseSender, status int, body []byte) error {
	return sender.Send(&backend.CallResourceResponse{
		Status:  status,
		Headers: map[string][]string{"Content-Type": {"application/json"}},
		Body:    body,
	})
}
