namespace LlmAspects.Components.Routing;

/// <summary>The outcomes of a running A/B test. Thread-safe.</summary>
internal sealed class AbTestBook(AbTest test)
{
    private readonly Lock _gate = new();
    private readonly SequentialTest _figures = new(test.Significance, test.MinimumSamples, test.ExpectedDifference);

    /// <summary>Adds an outcome, if the model is that of the arm of the key: what another model answered says nothing of the arm.</summary>
    public void Add(string modelId, string key, double value)
    {
        bool isTreatment = AbAssignment.IsTreatment(test, key);
        if (string.Equals(modelId, isTreatment ? test.TreatmentModelId : test.ControlModelId, StringComparison.Ordinal))
        {
            lock (_gate)
            {
                _figures.Add(isTreatment, value);
            }
        }
    }

    public AbTestResult Read()
    {
        lock (_gate)
        {
            (double Low, double High)? difference = _figures.Difference;
            return new AbTestResult
            {
                Name = test.Name,
                Verdict = _figures.Verdict,
                ControlSamples = _figures.ControlSamples,
                TreatmentSamples = _figures.TreatmentSamples,
                ControlMean = _figures.ControlMean,
                TreatmentMean = _figures.TreatmentMean,
                PValue = _figures.PValue,
                DifferenceLow = difference?.Low,
                DifferenceHigh = difference?.High,
            };
        }
    }
}
