// Printed by reference/mmd_tables.py with numpy 2.4.6.

/** shape, n, m, shift, scale, sigma, estimator, MMD² */
export const mmdPairs = [
  ['uniform', 40, 60, 0.1, 1.0, 'pooled-median', 'unbiased', 0.006094433524139387],
  ['uniform', 40, 60, 0.1, 1.0, 'pooled-median', 'biased', 0.02981558341112961],
  ['uniform', 40, 60, 0.1, 1.0, 'reference-median', 'unbiased', 0.006106847681294613],
  ['uniform', 40, 60, 0.1, 1.0, 'reference-median', 'biased', 0.029820227620428044],
  ['uniform', 40, 60, 0.1, 1.0, 0.37, 'unbiased', 0.015601108284229684],
  ['uniform', 40, 60, 0.1, 1.0, 0.37, 'biased', 0.029671714517119405],
  ['uniform', 300, 301, 0.9, 1.0, 'pooled-median', 'unbiased', 0.981280375268269],
  ['uniform', 300, 301, 0.9, 1.0, 'pooled-median', 'biased', 0.9834148241370259],
  ['uniform', 300, 301, 0.9, 1.0, 'reference-median', 'unbiased', 0.7386216254794746],
  ['uniform', 300, 301, 0.9, 1.0, 'reference-median', 'biased', 0.7423932668154607],
  ['uniform', 300, 301, 0.9, 1.0, 0.37, 'unbiased', 0.9761394960245695],
  ['uniform', 300, 301, 0.9, 1.0, 0.37, 'biased', 0.9783692567264939],
  ['bell', 500, 200, 0.0, 1.4, 'pooled-median', 'unbiased', 0.013893499250841448],
  ['bell', 500, 200, 0.0, 1.4, 'pooled-median', 'biased', 0.018155899652694717],
  ['bell', 500, 200, 0.0, 1.4, 'reference-median', 'unbiased', 0.013235949401517939],
  ['bell', 500, 200, 0.0, 1.4, 'reference-median', 'biased', 0.01768710209026101],
  ['bell', 500, 200, 0.0, 1.4, 0.37, 'unbiased', 0.00787281908794664],
  ['bell', 500, 200, 0.0, 1.4, 0.37, 'biased', 0.01347839648426319],
  ['bell', 200, 300, 3.0, 1.0, 'pooled-median', 'unbiased', 0.9413875266879707],
  ['bell', 200, 300, 3.0, 1.0, 'pooled-median', 'biased', 0.9442719134932925],
  ['bell', 200, 300, 3.0, 1.0, 'reference-median', 'unbiased', 0.7360485555176273],
  ['bell', 200, 300, 3.0, 1.0, 'reference-median', 'biased', 0.7407204105708257],
  ['bell', 200, 300, 3.0, 1.0, 0.37, 'unbiased', 0.43530609718860536],
  ['bell', 200, 300, 3.0, 1.0, 0.37, 'biased', 0.44158568784872854],
  ['ties', 150, 250, 1.0, 1.0, 'pooled-median', 'unbiased', 0.06793327539061107],
  ['ties', 150, 250, 1.0, 1.0, 'pooled-median', 'biased', 0.07335647113882855],
  ['ties', 150, 250, 1.0, 1.0, 'reference-median', 'unbiased', 0.06793327539061107],
  ['ties', 150, 250, 1.0, 1.0, 'reference-median', 'biased', 0.07335647113882855],
  ['ties', 150, 250, 1.0, 1.0, 0.37, 'unbiased', 0.04908130501930893],
  ['ties', 150, 250, 1.0, 1.0, 0.37, 'biased', 0.05790447490371215],
  ['skew', 9, 11, 0.01, 1.2, 'pooled-median', 'unbiased', -0.05704634260259538],
  ['skew', 9, 11, 0.01, 1.2, 'pooled-median', 'biased', 0.06237500165838941],
  ['skew', 9, 11, 0.01, 1.2, 'reference-median', 'unbiased', -0.058084160444128924],
  ['skew', 9, 11, 0.01, 1.2, 'reference-median', 'biased', 0.06672812385631294],
  ['skew', 9, 11, 0.01, 1.2, 0.37, 'unbiased', -0.006531139808386448],
  ['skew', 9, 11, 0.01, 1.2, 0.37, 'biased', 0.017304141949196987],
  ['uniform', 2, 2, 0.0, 1.0, 'pooled-median', 'unbiased', -0.6014495393169094],
  ['uniform', 2, 2, 0.0, 1.0, 'pooled-median', 'biased', 0.18644348844921507],
  ['uniform', 2, 2, 0.0, 1.0, 'reference-median', 'unbiased', -0.600739865724619],
  ['uniform', 2, 2, 0.0, 1.0, 'reference-median', 'biased', 0.18559032164230777],
  ['uniform', 2, 2, 0.0, 1.0, 0.37, 'unbiased', -0.0994413677988032],
  ['uniform', 2, 2, 0.0, 1.0, 0.37, 'biased', 0.014888278150181207],
] as const;

/** shape, n, m, shift and scale of the first feature, MMD² of three features (the third bell), pooled-median, unbiased */
export const mmdOfThreeFeatures = [
  ['uniform', 40, 60, 0.1, 1.0, -0.006929571311164603],
  ['uniform', 300, 301, 0.9, 1.0, 0.30982202682640675],
  ['bell', 500, 200, 0.0, 1.4, 0.007055649340663793],
  ['bell', 200, 300, 3.0, 1.0, 0.5886933720993467],
  ['ties', 150, 250, 1.0, 1.0, 0.03735196930589779],
  ['skew', 9, 11, 0.01, 1.2, -0.03521511538530805],
] as const;

/** shape, n, m, shift, scale, p by 20,000 random orders (pooled-median, unbiased) */
export const mmdP = [
  ['uniform', 40, 60, 0.1, 1.0, 0.2729],
  ['bell', 50, 40, 0.0, 1.5, 0.02115],
  ['ties', 60, 50, 0.0, 1.0, 0.86765],
] as const;
