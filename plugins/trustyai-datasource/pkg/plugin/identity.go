package plugin

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strings"
)

// identity tells users apart where their own headers go to the service; else all share replies.
func (d *Datasource) identity(req interface{ GetHTTPHeaders() http.Header }) string {
	if !d.forwards {
		return ""
	}
	var lines []string
	for name, values := range req.GetHTTPHeaders() {
		lines = append(lines, name+"\x00"+strings.Join(values, "\x00"))
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "\x01")))
	return hex.EncodeToString(sum[:])
}
