package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/sobek"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/frames"
)

// QueryData answers the queries of a panel, an alert rule or an expression, each by itself.
func (d *Datasource) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	identity := d.identity(req)
	alert := fromAlert(req)
	answers := make([]backend.DataResponse, len(req.Queries))
	var group sync.WaitGroup
	for i, query := range req.Queries {
		group.Go(func() {
			answers[i] = d.query(ctx, query, operation{
				name:     "query",
				identity: identity,
				from:     asked{timeRange: &query.TimeRange, alert: alert},
			})
		})
	}
	group.Wait()
	response := backend.NewQueryDataResponse()
	for i, query := range req.Queries {
		response.Responses[query.RefID] = answers[i]
	}
	return response, nil
}

func (d *Datasource) query(ctx context.Context, query backend.DataQuery, op operation) backend.DataResponse {
	model, err := queryModel(query)
	if err != nil {
		return failure(err)
	}
	op.input = map[string]any{"query": model}
	var response backend.DataResponse
	err = d.run(ctx, op, func(value sobek.Value) (err error) {
		response.Frames, err = frames.Read(value, query.RefID)
		return err
	})
	if err != nil {
		return failure(err)
	}
	return response
}

// queryModel is the saved query with what Grafana keeps beside it.
func queryModel(query backend.DataQuery) (map[string]any, error) {
	model := map[string]any{}
	if err := json.Unmarshal(query.JSON, &model); err != nil {
		return nil, engine.DownstreamFault(fmt.Sprintf("Query %s is not a JSON object: open it in the editor and save it again.", query.RefID))
	}
	model["refId"] = query.RefID
	if _, ok := model["queryType"]; !ok && query.QueryType != "" {
		model["queryType"] = query.QueryType
	}
	return model, nil
}

func failure(err error) backend.DataResponse {
	fault := asFault(err)
	return backend.DataResponse{Error: fault, Status: httpStatus(fault), ErrorSource: fault.Source}
}

// fromAlert: an alert rule or an expression asks. Grafana's expressions use the second header.
func fromAlert(req *backend.QueryDataRequest) bool {
	return req.Headers[backend.FromAlertHeaderName] == "true" || req.GetHTTPHeader("X-Grafana-From-Expr") == "true" ||
		req.Headers["X-Grafana-From-Expr"] == "true"
}
