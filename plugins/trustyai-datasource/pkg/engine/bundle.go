// Package engine runs the script that holds all logic. It knows neither HTTP nor Grafana's requests:
// an operation of the script asks for requests and is resumed with replies.
package engine

import (
	"embed"
	"errors"
)

//go:generate npx -y pnpm@10.34.9 --dir ../../../.. --filter @soundcheck/query run build
//go:generate node -e "require('fs').copyFileSync('../../../../packages/query/dist/core.js', 'core.js')"

// The pattern also matches core.md, so that the package compiles, and says what is missing, before the bundle is built.
//
//go:embed core.*
var bundle embed.FS

// ErrNoBundle says that the binary was built before the script.
var ErrNoBundle = errors.New("pkg/engine/core.js is missing: run `go generate ./pkg/engine` in plugins/trustyai-datasource " +
	"(it needs Node) and build again")

// Load compiles the embedded bundle.
func Load() (*Program, error) {
	source, err := bundle.ReadFile("core.js")
	if err != nil {
		return nil, ErrNoBundle
	}
	return Compile("core.js", string(source))
}
