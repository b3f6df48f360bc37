using System.Globalization;
using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the options object of an operation.</summary>
internal static class OptionsWriter
{
    /// <summary>The expression of the object: only what differs from the defaults.</summary>
    public static string Write(OptionsModel options, EquatableArray<string> hidingAttributes)
        => $"new global::LlmAspects.Runtime.OperationOptions {{ {string.Join(", ", Assignments(options, SignatureWriter.LambdaAttributes(hidingAttributes)))} }}";

    /// <summary>Whether the operation needs an object: some options change the wrapper alone.</summary>
    public static bool HasAssignments(OptionsModel options) => options != OptionsModel.Defaults && Assignments(options, string.Empty).Any();

    private static IEnumerable<string> Assignments(OptionsModel options, string lambdaAttributes)
    {
        if (options.SpanName is { } name)
        {
            yield return "SpanName = " + SymbolDisplay.FormatLiteral(name, quote: true);
        }

        if (options.Kind is { } kind)
        {
            yield return "Kind = global::System.Diagnostics.ActivityKind." + kind;
        }

        if (options.GenAI is { } operation)
        {
            yield return "GenAI = global::LlmAspects.GenAIOperation." + operation;
        }

        if (options.GenAIProvider is { } provider)
        {
            yield return "GenAIProvider = " + SymbolDisplay.FormatLiteral(provider, quote: true);
        }

        if (options.NewRoot)
        {
            yield return "NewRoot = true";
        }

        if (options.SlowerThanMs > 0)
        {
            yield return "SlowerThanMs = " + options.SlowerThanMs.ToString(CultureInfo.InvariantCulture);
        }

        if (options.FailedOnly)
        {
            yield return "FailedOnly = true";
        }

        if (options.SampleEvery > 0)
        {
            yield return "SampleEvery = " + options.SampleEvery.ToString(CultureInfo.InvariantCulture);
        }

        if (options.ItemTiming)
        {
            yield return "ItemTiming = true";
        }

        if (options.TranslateTo is { } type)
        {
            yield return $"Translation = new global::LlmAspects.Runtime.ErrorTranslation(typeof({type}), {lambdaAttributes}static (message, error) => new {type}(message, error))";
        }

        if (options.Expected.Count > 0)
        {
            yield return $"Expected = [{string.Join(", ", options.Expected.Select(static type => $"typeof({type})"))}]";
        }
    }
}
