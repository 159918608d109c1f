import { config, locationService, LocationServiceProvider } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer, ThemeContext, TimeRangeProvider } from '@grafana/ui';
import { useSyncExternalStore } from 'react';
import { Route, Router, Routes } from 'react-router-dom';
import { AlertsPage } from '../pages/alerts-page.tsx';
import { DashboardPage } from '../pages/dashboard-page.tsx';
import { DataSourcePage } from '../pages/data-source-page.tsx';
import { DataSourcesPage } from '../pages/data-sources-page.tsx';
import { ExplorePage } from '../pages/explore-page.tsx';
import { HomePage } from '../pages/home-page.tsx';
import { NotFoundPage } from '../pages/not-found-page.tsx';

const history = locationService.getHistory();

/** The page's routes, with Grafana's paths. The router follows Grafana's location service, as plugins use it. */
export function App() {
  const location = useSyncExternalStore(
    (changed) => history.listen(changed),
    () => history.location
  );
  return (
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router location={location} navigator={history}>
          <TimeRangeProvider>
            <ModalsProvider>
              <Routes>
                <Route path="/" element={<HomePage />} />
                <Route path="/dashboards" element={<HomePage />} />
                <Route path="/d/:uid/:slug?" element={<DashboardPage />} />
                <Route path="/explore" element={<ExplorePage />} />
                <Route path="/alerting/list" element={<AlertsPage />} />
                <Route path="/connections/datasources" element={<DataSourcesPage />} />
                <Route path="/connections/datasources/edit/:uid" element={<DataSourcePage />} />
                <Route path="*" element={<NotFoundPage />} />
              </Routes>
              <ModalRoot />
              <PortalContainer />
            </ModalsProvider>
          </TimeRangeProvider>
        </Router>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}
