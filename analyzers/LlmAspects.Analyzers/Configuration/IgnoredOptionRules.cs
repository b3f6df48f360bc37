using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>Finds options that are usable by themselves and yet change nothing where they stand.</summary>
internal static class IgnoredOptionRules
{
    /// <summary>Why an option of <c>[TracePerformance]</c> changes nothing on this member, and what to do; null when it does.</summary>
    public static string? FindTraceProblem(AttributeData attribute, string option, ISymbol member, AspectSymbols symbols)
    {
        var method = member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod;
        return (option, AspectOptionRules.ValueOf(attribute, option)) switch
        {
            ("ItemTiming", true) when method is null || !AspectReturnRules.IsStream(method.ReturnType, symbols) =>
                "only the items of a stream or lazy sequence are timed; leave it out, or return one",
            (RecordedResultRules.Option, true) or (FailedResultRules.FailedWhen or FailedResultRules.ErrorTypeFrom, string) when method is null =>
                "a setter has no result; leave it out",
            _ => null,
        };
    }

    /// <summary>Why an option of <c>[ErrorContext]</c> changes nothing, and what to do; null when it does.</summary>
    public static string? FindErrorProblem(AttributeData attribute, string option, AspectSymbols symbols) =>
        option == "TranslateTo"
        && TranslationRules.TypeOf(attribute) is { } type
        && TranslationRules.FindProblem(type, symbols.Compilation) is null
        && AspectOptionRules.ExpectedOf(attribute).Any(expected => AspectSymbols.IsSame(expected.Value as ITypeSymbol, symbols.Exception))
            ? "Expected has System.Exception, so every exception passes unchanged; leave one of them out"
            : null;

    /// <summary>The names of an aspect that another name of the same method goes before.</summary>
    public static IEnumerable<IgnoredOption> FindNames(AttributeData attribute, ISymbol member, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        var errorContext = AspectSymbols.FindAttribute(member, symbols.ErrorContext);
        foreach (var given in GivenNames.Of(attribute, cancellationToken))
        {
            // A parameter of the constructor is called as its property, but for the first letter.
            var option = string.Equals(given.Option, OperationNames.ComponentOption, StringComparison.OrdinalIgnoreCase) ? OperationNames.ComponentOption : OperationNames.OperationOption;
            if (OperationNameRules.NameIn(given.Value) is { } name && OperationNames.NameGivenBy(errorContext, attribute, option) is { } taken && taken != name)
            {
                yield return new IgnoredOption(name, given.Argument, $"the {option.ToLowerInvariant()} is '{taken}' by {SourceOf(taken, option)}; give one name");
            }
        }

        string SourceOf(string taken, string option) =>
            !ReferenceEquals(attribute, errorContext) && OperationNames.NameGivenBy(errorContext, null, option) == taken ? "[ErrorContext]" : $"the property {option}";
    }
}
