package contract

import (
	"testing"

	"soundcheck/trustyai-datasource/pkg/upstream"
)

// What services and the network do wrong, whatever is asked, is said in the same words in the engine and in Node.
func TestFaultsGiveTheSameInTheEngineAndInNode(t *testing.T) {
	t.Parallel()
	program := patient(core(t))
	var played []*scenario
	for name, reply := range map[string]upstream.Reply{
		"unreachable": {Error: upstream.Unreachable, ErrorMessage: "connection refused"},
		"timeout":     {Error: upstream.Timeout, ErrorMessage: "no reply within 28s"},
		"tls":         {Error: upstream.TLS, ErrorMessage: "certificate signed by unknown authority"},
		"too large":   {Error: upstream.TooLarge, ErrorMessage: "the reply is larger than 16 MB"},
		"cancelled":   {Error: upstream.Cancelled, ErrorMessage: "the caller went away"},
		"401":         {Status: 401},
		"403":         {Status: 403, ContentType: "text/plain", Body: "Forbidden"},
		"404":         {Status: 404, ContentType: "application/json", Body: `{"detail":"Not Found"}`},
		"500":         {Status: 500, ContentType: "text/plain", Body: "Internal Server Error"},
		"302":         {Status: 302, ContentType: "text/html", Body: "<a href=login>"},
		"HTML":        {Status: 200, ContentType: "text/html; charset=utf-8", Body: "<!doctype html><html><body>Log in</body></html>"},
		"empty":       {Status: 200, ContentType: "application/json"},
		"null":        {Status: 200, ContentType: "application/json", Body: "null"},
		"list":        {Status: 200, ContentType: "application/json", Body: "[1, 2]"},
		"no model":    {Status: 200, ContentType: "application/json", Body: "{}"},
		"broken JSON": {Status: 200, ContentType: "application/json", Body: `{"a": `},
		"wrong shape": {Status: 200, ContentType: "application/json", Body: `{"m": {"data": {"observations": "ä \u2028 many"}, "x": NaN}}`},
	} {
		for _, operation := range named("m").operations() {
			operation.name = name + ": " + operation.name
			operation.play(t, program, func(upstream.Request) upstream.Reply { return reply })
			played = append(played, operation)
		}
	}
	compareWithNode(t, played)
}
