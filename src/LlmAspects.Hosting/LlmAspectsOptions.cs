using System.ComponentModel.DataAnnotations;
using LlmAspects.Errors;
using LlmAspects.Hosting.Health;
using LlmAspects.Tracing;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting;

/// <summary>What <c>AddLlmAspects</c> sets in the process while the host runs. Validated when the host starts.</summary>
public sealed class LlmAspectsOptions
{
    /// <summary>The name of the section in the samples of the documentation: <c>LlmAspects</c>.</summary>
    public const string SectionName = "LlmAspects";

    /// <summary>Whether messages of exceptions are kept and logged, see <see cref="ErrorAggregator.RecordMessages"/>. The default is <see langword="false"/>.</summary>
    public bool RecordMessages { get; set; }

    /// <summary>
    /// What is done with a message before it is kept, see <see cref="ErrorAggregator.MessageRedactor"/>. Set in code only. The default is <see langword="null"/>:
    /// what the program has set stays.
    /// </summary>
    public Func<string, string>? MessageRedactor { get; set; }

    /// <summary>At most so many characters of a captured value are recorded, from 1 to 65,536. The default is 256.</summary>
    [Range(1, 1 << 16)]
    public int MaximumTagLength { get; set; } = TagCapture.DefaultMaximumLength;

    /// <summary>Whether the last traces are kept for reports; spans are then created even if nobody else listens. The default is <see langword="true"/>.</summary>
    public bool RecordTraces { get; set; } = true;

    /// <summary>How many traces are kept, from 1 to 10,000. The default is 64.</summary>
    [Range(1, 10_000)]
    public int MaximumTraces { get; set; } = 64;

    /// <summary>How many spans of one trace are kept, from 1 to 100,000. The default is 1,000.</summary>
    [Range(1, 100_000)]
    public int MaximumSpansPerTrace { get; set; } = 1000;

    /// <summary>Sources that the <see cref="TraceRecorder"/> records besides those of the aspects. The default is none.</summary>
    public IList<string> AdditionalSources { get; } = [];

    /// <summary>When health checks of components report trouble, unless a check has options of its own.</summary>
    [ValidateObjectMembers(typeof(ComponentHealthOptionsValidator))]
    public ComponentHealthOptions Health { get; set; } = new();
}
