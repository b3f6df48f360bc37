using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads <c>[RetryWithBackoff]</c>, whose arguments are known to be valid.</summary>
internal static class RetryExtractor
{
    public static RetryModel? Extract(IMethodSymbol method, AppliedAspects aspects, AspectSymbols symbols)
        => aspects.RetryWithBackoff is { } attribute
            ? new RetryModel(new EquatableArray<string>([.. OptionsOf(attribute)]), ClockOf(attribute, method), MethodOf(method, symbols), method.IsStatic)
            : null;

    private static IEnumerable<string> OptionsOf(AttributeData attribute)
    {
        if (RetryConfigurationRules.ArgumentOf(attribute, "MaxAttempts") is int attempts)
        {
            yield return $"MaxAttempts = {Literal(attempts)}";
        }

        if (RetryConfigurationRules.ArgumentOf(attribute, "Factor") is double factor)
        {
            yield return $"Factor = {SymbolDisplay.FormatPrimitive(factor, quoteStrings: false, useHexadecimalNumbers: false)}";
        }

        if (RetryConfigurationRules.ArgumentOf(attribute, "BaseDelayMilliseconds") is int first)
        {
            yield return $"BaseDelay = global::System.TimeSpan.FromMilliseconds({Literal(first)})";
        }

        if (RetryConfigurationRules.ArgumentOf(attribute, "MaximumDelayMilliseconds") is int last)
        {
            yield return $"MaximumDelay = global::System.TimeSpan.FromMilliseconds({Literal(last)})";
        }

        if (RetryConfigurationRules.ArgumentOf(attribute, "Jitter") is false)
        {
            yield return "Jitter = false";
        }

        var handled = string.Join(", ", RetryConfigurationRules.HandledBy(attribute).Select(static type => $"typeof({QualifiedNames.Of(type!)})"));
        if (handled.Length > 0)
        {
            yield return $"Handle = [{handled}]";
        }
    }

    private static string Literal(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // By its type or by `this`, so that no parameter can hide it.
    private static string ClockOf(AttributeData attribute, IMethodSymbol method)
        => RetryConfigurationRules.ClockOf(attribute, method) is { } member
            ? (member.IsStatic ? QualifiedNames.Of(member.ContainingType) : "this") + "." + QualifiedNames.Escape(member.Name)
            : "null";

    private static string MethodOf(IMethodSymbol method, AspectSymbols symbols)
        => AspectSymbols.IsSame(method.ReturnType, symbols.Task) || AspectSymbols.IsSame(method.ReturnType, symbols.TaskOfT) ? "RunTask"
            : AspectSymbols.IsSame(method.ReturnType, symbols.ValueTask) || AspectSymbols.IsSame(method.ReturnType, symbols.ValueTaskOfT) ? "RunValueTask"
            : AspectSymbols.IsSame(method.ReturnType, symbols.AsyncEnumerable) ? "RunStream"
            : "Run";
}
