using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>The aspect attributes of one member.</summary>
internal readonly struct AppliedAspects
{
    private AppliedAspects(AttributeData? errorContext, AttributeData? tracePerformance, AttributeData? retryWithBackoff, AttributeData? userAspect, AspectSymbols symbols)
    {
        IsTraced = tracePerformance is not null && LevelRules.IsTraced(tracePerformance, symbols);
        ErrorContext = errorContext;
        TracePerformance = tracePerformance;
        RetryWithBackoff = retryWithBackoff;
        UserAspect = userAspect;
    }

    public AttributeData? ErrorContext { get; }

    public AttributeData? TracePerformance { get; }

    public AttributeData? RetryWithBackoff { get; }

    /// <summary>The first aspect of the user's own.</summary>
    public AttributeData? UserAspect { get; }

    /// <summary>Whether there is <c>[TracePerformance]</c>, of a level that the assembly traces.</summary>
    public bool IsTraced { get; }

    /// <summary>What the wrapper does.</summary>
    public AspectSet Set
        => (ErrorContext is null ? AspectSet.None : AspectSet.ErrorContext)
            | (IsTraced ? AspectSet.TracePerformance : AspectSet.None)
            | (RetryWithBackoff is null ? AspectSet.None : AspectSet.RetryWithBackoff);

    /// <summary>The first aspect present in the fixed order; only its provider may yield the type.</summary>
    public AspectSet Owner
        => ErrorContext is not null ? AspectSet.ErrorContext
            : TracePerformance is not null ? AspectSet.TracePerformance
            : RetryWithBackoff is not null ? AspectSet.RetryWithBackoff
            : AspectSet.None;

    /// <summary>The attribute of the owner.</summary>
    public AttributeData? First => ErrorContext ?? TracePerformance ?? RetryWithBackoff ?? UserAspect;

    public static AppliedAspects Of(ISymbol member, AspectSymbols symbols)
    {
        AttributeData? errorContext = null;
        AttributeData? tracePerformance = null;
        AttributeData? retryWithBackoff = null;
        AttributeData? userAspect = null;
        foreach (var attribute in member.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.ErrorContext))
            {
                errorContext = attribute;
            }
            else if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.TracePerformance))
            {
                tracePerformance = attribute;
            }
            else if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.RetryWithBackoff))
            {
                retryWithBackoff = attribute;
            }
            else if (userAspect is null && symbols.IsUserAspect(attribute.AttributeClass))
            {
                userAspect = attribute;
            }
        }

        return new AppliedAspects(errorContext, tracePerformance, retryWithBackoff, userAspect, symbols);
    }
}
