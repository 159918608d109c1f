// The data source's backend: a shell that runs the TypeScript core for Grafana.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/plugin"
)

func main() {
	if err := serve(); err != nil {
		log.DefaultLogger.Error(err.Error())
		os.Exit(1)
	}
}

func serve() error {
	program, err := engine.Load()
	if err != nil {
		return err
	}
	return datasource.Manage("soundcheck-trustyai-datasource", plugin.Factory(program), datasource.ManageOpts{})
}
