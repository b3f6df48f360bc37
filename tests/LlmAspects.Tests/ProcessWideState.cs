// Statistics, errors, listeners and the logger factory belong to the process, and some tests clear or replace them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
