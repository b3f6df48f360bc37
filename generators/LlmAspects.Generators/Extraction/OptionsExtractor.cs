using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads the usable options of a method's aspects; the others are as if they were not written.</summary>
internal static class OptionsExtractor
{
    public static OptionsModel Extract(IMethodSymbol method, AppliedAspects aspects, AspectSymbols symbols)
    {
        // Most methods have none, and this runs after every edit.
        if (!HasOptions(aspects.ErrorContext) && !HasOptions(aspects.TracePerformance))
        {
            return OptionsModel.Defaults;
        }

        var trace = aspects.IsTraced ? aspects.TracePerformance : null;
        var genAI = Usable(trace, "GenAI") is int operation and > 0 ? GenAIRules.Operations[operation] : null;
        return new OptionsModel
        {
            SpanName = Usable(trace, "SpanName") as string,
            Kind = (Usable(trace, "Kind") is int kind ? AspectOptionRules.Kinds[kind] : GenAIRules.KindOf(genAI)) is not AspectOptionRules.DefaultKind and var named ? named : null,
            GenAI = genAI,
            GenAIProvider = Usable(trace, "GenAIProvider") as string,
            Links = LinksOf(trace, method, symbols),
            NewRoot = Usable(trace, "NewRoot") is true,
            SlowerThanMs = Usable(trace, "SlowerThanMs") as int? ?? 0,
            FailedOnly = Usable(trace, "FailedOnly") is true,
            SampleEvery = Usable(trace, "SampleEvery") as int? ?? 0,
            ItemTiming = Usable(trace, "ItemTiming") is true,
            Expected = ExpectedBy(aspects.ErrorContext, symbols.Compilation),
            TranslateTo = TranslationOf(aspects.ErrorContext, symbols.Compilation),
        };
    }

    private static bool HasOptions(AttributeData? attribute) => attribute is { NamedArguments.Length: > 0 };

    private static object? Usable(AttributeData? attribute, string option)
        => attribute is not null && AspectOptionRules.FindTraceProblem(attribute, option) is null ? AspectOptionRules.ValueOf(attribute, option) : null;

    // Cast, so that a type that is several things is read as the one that was checked.
    private static string? LinksOf(AttributeData? trace, IMethodSymbol method, AspectSymbols symbols)
        => trace is not null && LinkRules.Resolve(trace, method, symbols) is { Parameter: { } parameter, Type: { } type }
            ? $"({QualifiedNames.Of(type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type)}){QualifiedNames.Escape(parameter.Name)}"
            : null;

    private static string? TranslationOf(AttributeData? attribute, Compilation compilation)
        => attribute is not null && TranslationRules.TypeOf(attribute) is { } type && TranslationRules.FindProblem(type, compilation) is null
            ? QualifiedNames.Of(type)
            : null;

    private static EquatableArray<string> ExpectedBy(AttributeData? attribute, Compilation compilation)
        => attribute is null
            ? EquatableArray<string>.Empty
            : new EquatableArray<string>([
                .. AspectOptionRules.ExpectedOf(attribute)
                    .Select(static constant => constant.Value as ITypeSymbol)
                    .Where(type => AspectOptionRules.FindExpectedProblem(type, compilation) is null)
                    .Select(static type => QualifiedNames.Of(type!)),
            ]);
}
