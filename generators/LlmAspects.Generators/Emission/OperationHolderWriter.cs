using LlmAspects.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the file-local type that owns the static operation objects of a type.</summary>
internal static class OperationHolderWriter
{
    private static readonly string Version = typeof(OperationHolderWriter).Assembly.GetName().Version.ToString();

    /// <summary>The attribute of the types that are all ours.</summary>
    public static string GeneratedCode { get; } = $"[global::System.CodeDom.Compiler.GeneratedCode(\"LlmAspects.Generators\", \"{Version}\")]";

    /// <summary>The operation object, as the wrapper names it.</summary>
    public static string ReferenceTo(AspectMethodModel method)
    {
        var @namespace = method.ContainingType.Namespace;
        return $"global::{@namespace}{(@namespace.Length > 0 ? "." : string.Empty)}{method.ContainingType.HolderName}.{method.Field}";
    }

    /// <summary>The retry policy, as the wrapper names it.</summary>
    public static string RetryReferenceTo(AspectMethodModel method) => ReferenceTo(method) + "Retry";

    /// <summary>Writes the type and a blank line; nothing when every wrapper only calls on.</summary>
    public static void Write(SourceWriter writer, AspectTypeModel type)
    {
        var methods = type.Methods.Where(static method => method.Operation.Aspects != AspectSet.None).ToArray();
        if (methods.Length == 0)
        {
            return;
        }

        writer.Line(GeneratedCode);
        SignatureWriter.WriteAttributes(writer, methods[0].HidingAttributes);
        writer.Line($"file static class {type.ContainingType.HolderName}");
        writer.OpenBlock();
        var separate = false;
        foreach (var method in methods)
        {
            if (separate)
            {
                writer.Line();
            }

            WriteField(writer, method);
            separate = true;
        }

        writer.CloseBlock();
        writer.Line();
    }

    private static void WriteField(SourceWriter writer, AspectMethodModel method)
    {
        writer.Line($"internal static readonly global::LlmAspects.Runtime.Operation {method.Field} =");
        writer.Indent();
        writer.Line($"global::LlmAspects.Runtime.Operation.Create({string.Join(", ", Arguments(method))});");
        writer.Unindent();
        if (method.Retry is { } retry)
        {
            WriteRetry(writer, method.Field, retry);
        }
    }

    private static void WriteRetry(SourceWriter writer, string operation, RetryModel retry)
    {
        var options = retry.Options.Count == 0 ? "()" : $" {{ {string.Join(", ", retry.Options)} }}";
        writer.Line();
        writer.Line($"internal static readonly global::LlmAspects.Runtime.RetryPolicy {operation}Retry =");
        writer.Indent();
        writer.Line($"new({operation}, new global::LlmAspects.Resilience.RetryOptions{options});");
        writer.Unindent();
    }

    private static IEnumerable<string> Arguments(AspectMethodModel method)
    {
        var operation = method.Operation;
        yield return Literal(operation.Component);
        yield return Literal(operation.Name);
        yield return Kinds(operation.Aspects);
        if (operation.Source is { } source)
        {
            yield return Literal(source);
        }

        if (OptionsWriter.HasAssignments(operation.Options))
        {
            yield return "options: " + OptionsWriter.Write(operation.Options, method.HidingAttributes);
        }
    }

    private static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    private static string Kinds(AspectSet aspects)
    {
        AspectSet[] order = [AspectSet.ErrorContext, AspectSet.TracePerformance, AspectSet.RetryWithBackoff];
        return string.Join(" | ", order
            .Where(aspect => (aspects & aspect) != 0)
            .Select(static aspect => "global::LlmAspects.Runtime.AspectKinds." + aspect.ToString()));
    }
}
