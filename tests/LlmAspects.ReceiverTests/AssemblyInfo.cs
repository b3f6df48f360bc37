// Spans, metrics and the log are those of the process: what runs at the same time would be exported as well.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
