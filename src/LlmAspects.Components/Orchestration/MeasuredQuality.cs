using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Orchestration;

/// <summary>The overall score of an answer: what the pipeline or a quality client measured, else what the monitor measures.</summary>
internal sealed class MeasuredQuality(LlmQualityMonitor monitor)
{
    public double? Measure(NodeAnswer answer)
    {
        if (answer.Response.TryGetDetails(out LlmResponseDetails? details))
        {
            return details.Quality?.Overall.Value;
        }

        if (answer.Response.AdditionalProperties?.TryGetValue(ResponseProperties.Quality, out QualityReport? report) == true)
        {
            return report?.Overall.Value;
        }

        return monitor.Evaluate(QualityRequest.Of(answer.Response, RetrievedContext.Find(answer.Messages), answer.Node.Task ?? LlmTask.General, answer.Tenant)).Overall.Value;
    }
}
