using LlmAspects.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads the options of a method's aspects.</summary>
internal static class OptionsExtractor
{
    public static OptionsModel Extract(AppliedAspects aspects)
    {
        // Most methods have none, and this runs after every edit.
        if (aspects.TracePerformance is not { NamedArguments.Length: > 0 } trace)
        {
            return OptionsModel.Defaults;
        }

        return new OptionsModel(IsSet(trace, "ItemTiming"));
    }

    private static bool IsSet(AttributeData attribute, string option)
        => attribute.NamedArguments.Any(argument => argument.Key == option && argument.Value.Value is true);
}
