import fc from 'fast-check';

// A change that passed here passes elsewhere: properties are asked the same questions on every machine. A run in search of new
// faults sets another seed.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20161129) });
