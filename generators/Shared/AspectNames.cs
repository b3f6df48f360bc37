namespace LlmAspects.Shared;

/// <summary>Metadata names of the types that generator and analyzer know without referencing them; a test ties each to its type.</summary>
internal static class AspectNames
{
    public const string ErrorContextAttribute = "LlmAspects.ErrorContextAttribute";
    public const string TracePerformanceAttribute = "LlmAspects.TracePerformanceAttribute";
    public const string RetryWithBackoffAttribute = "LlmAspects.RetryWithBackoffAttribute";
    public const string UserAspectAttribute = "LlmAspects.AspectAttribute`1";
    public const string AspectCall = "LlmAspects.AspectCall";
    public const string LlmComponentAttribute = "LlmAspects.LlmComponentAttribute";
    public const string LlmAspectsSourceAttribute = "LlmAspects.LlmAspectsSourceAttribute";
    public const string LlmAspectsShowWrappersAttribute = "LlmAspects.LlmAspectsShowWrappersAttribute";
    public const string LlmAspectsLevelAttribute = "LlmAspects.LlmAspectsLevelAttribute";
    public const string NoAspectsAttribute = "LlmAspects.NoAspectsAttribute";

    public const string TagAttribute = "LlmAspects.TagAttribute";
    public const string RedactAttribute = "LlmAspects.RedactAttribute";

    /// <summary>The base of the attributes by which a program classifies its data; of a package that need not be there.</summary>
    public const string DataClassificationAttribute = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";

    public const string TraceBlock = "LlmAspects.Tracing.TraceBlock";

    /// <summary>What stands for a model, of a package that need not be there.</summary>
    public const string ChatClient = "Microsoft.Extensions.AI.IChatClient";
    public const string EmbeddingGenerator = "Microsoft.Extensions.AI.IEmbeddingGenerator`2";

    /// <summary>The compiler puts the generator's full name into the path of each file it emits.</summary>
    public const string Generator = "LlmAspects.Generators.AspectGenerator";
}
