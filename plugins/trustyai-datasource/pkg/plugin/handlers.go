package plugin

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/concurrent"
	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/frames"
)

// QueryData answers the queries of a panel, an alert rule or an expression, each by itself.
func (d *Datasource) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	return concurrent.QueryData(ctx, req, func(ctx context.Context, query concurrent.Query) (answer backend.DataResponse) {
		found, err := d.frames(ctx, req, query.DataQuery)
		if err = engine.Sourced(err); err != nil {
			answer = backend.ErrorResponseWithErrorSource(err)
			answer.Status = statusOf(err)
		}
		answer.Frames = found
		return answer
	}, 10)
}

func (d *Datasource) frames(ctx context.Context, req *backend.QueryDataRequest, query backend.DataQuery) (data.Frames, error) {
	model := map[string]any{"queryType": query.QueryType}
	if err := json.Unmarshal(query.JSON, &model); err != nil || model == nil {
		return nil, backend.DownstreamErrorf("Query %s is not a JSON object: open it in the editor and save it again.", query.RefID)
	}
	model["refId"] = query.RefID
	vm, value, err := d.run(ctx, operation{name: "query", input: map[string]any{"query": model}, asked: req, context: map[string]any{
		"timeRange": map[string]int64{"from": query.TimeRange.From.UnixMilli(), "to": query.TimeRange.To.UnixMilli()},
		"fromAlert": fromAlert(req),
	}})
	if err != nil {
		return nil, err
	}
	return frames.Read(vm, value, query.RefID)
}

// fromAlert: an alert rule or an expression asks. Grafana's expressions use the second header.
func fromAlert(req *backend.QueryDataRequest) bool {
	const expression = "X-Grafana-From-Expr"
	return req.Headers[backend.FromAlertHeaderName] == "true" || req.GetHTTPHeader(expression) == "true" || req.Headers[expression] == "true"
}

// statusOf an outcome. Never 401: Grafana would take it for its own user's.
func statusOf(err error) backend.Status {
	switch {
	case err == nil:
		return backend.StatusOK
	case backend.IsDownstreamError(err):
		return backend.StatusBadGateway
	default:
		return backend.StatusInternal
	}
}

// runForJSON gives the operation's value, an object, as JSON.stringify does.
func (d *Datasource) runForJSON(ctx context.Context, op operation) ([]byte, error) {
	_, value, err := d.run(ctx, op)
	if err != nil {
		return nil, err
	}
	encoded, err := json.Marshal(value)
	return encoded, engine.Sourced(err)
}

// CheckHealth is the settings page's test button.
func (d *Datasource) CheckHealth(ctx context.Context, req *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	var health struct {
		Status, Message string
		Details         json.RawMessage
	}
	encoded, err := d.runForJSON(ctx, operation{name: "health", input: map[string]any{}, asked: req})
	if err == nil {
		err = engine.Sourced(json.Unmarshal(encoded, &health))
	}
	result := &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: health.Message, JSONDetails: health.Details}
	if err != nil {
		result.Message = err.Error()
	} else if health.Status == "ok" {
		result.Status = backend.HealthStatusOk
	}
	return result, nil
}

// ranks of roles in the organisation; others, and nobody, have 0.
var ranks = map[string]int{"Viewer": 1, "Editor": 2, "Admin": 3}

// resource says how a resource is called, by which role or a higher one, and whether it writes: only where the data
// source's setting allows that.
type resource struct {
	method, role string
	writes       bool
}

var (
	reading = resource{http.MethodGet, "Viewer", false}
	writing = resource{http.MethodPost, "Editor", true}
	// resources by path. Paths are taken literally: nothing is decoded, so no second spelling of one gets through.
	resources = map[string]resource{
		"models": reading, "columns": reading, "tags": reading, "schedules": reading, "metrics": reading,
		"labels": reading, "service": reading, "diagnosis": reading,
		"schedules/create": writing, "schedules/delete": writing,
	}
)

// CallResource answers the pickers of the query editor, and changes schedules.
func (d *Datasource) CallResource(ctx context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	body, status, err := d.resource(ctx, req)
	if err != nil {
		body, _ = json.Marshal(map[string]string{"message": err.Error()}) // strings always encode
	}
	headers := map[string][]string{"Content-Type": {"application/json"}}
	return sender.Send(&backend.CallResourceResponse{Status: int(status), Headers: headers, Body: body})
}

func (d *Datasource) resource(ctx context.Context, req *backend.CallResourceRequest) (body []byte, status backend.Status, err error) {
	path := strings.TrimPrefix(req.Path, "/")
	wanted, known := resources[path]
	rank := ranks[cmp.Or(req.PluginContext.User, &backend.User{}).Role]
	called, err := url.Parse(req.URL)
	switch {
	case !known:
		return nil, http.StatusNotFound, fmt.Errorf("This data source has no resource %q.", path)
	case req.Method != wanted.method:
		return nil, http.StatusMethodNotAllowed, fmt.Errorf("The resource %q takes %s only.", path, wanted.method)
	case rank < ranks[wanted.role]:
		return nil, http.StatusForbidden, fmt.Errorf("Your role may not use %q: ask an administrator of this Grafana organisation.", path)
	case wanted.writes && !d.scheduling:
		return nil, http.StatusForbidden, fmt.Errorf("Scheduling from Grafana is off: an administrator can allow it to editors in the data source's settings.")
	case wanted.writes && !json.Valid(req.Body):
		return nil, http.StatusBadRequest, fmt.Errorf("The resource %q takes a body of JSON.", path)
	case err != nil:
		return nil, http.StatusBadRequest, fmt.Errorf("The address of this call cannot be read.")
	}
	params := map[string]string{}
	for name, values := range called.Query() {
		params[name] = values[0]
	}
	op := operation{name: "resource", asked: req, input: map[string]any{"path": path, "params": params}, mayWrite: wanted.writes}
	if wanted.writes {
		op.input["body"] = json.RawMessage(req.Body)
		log.DefaultLogger.FromContext(ctx).Info("a user changes the service", "resource", path, "role", req.PluginContext.User.Role)
	}
	body, err = d.runForJSON(ctx, op)
	return body, statusOf(err), err
}
