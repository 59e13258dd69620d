/** Property tests run the same cases each time, so that a red run is about the change; PROPERTY_SEED=n tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261124) });
