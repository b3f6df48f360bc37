using LlmAspects.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the file-local type that owns the static operation object of a method, or of each accessor.</summary>
internal static class OperationHolderWriter
{
    private static readonly string Version = typeof(OperationHolderWriter).Assembly.GetName().Version.ToString();

    /// <summary>The attribute of the types that are all ours.</summary>
    public static string GeneratedCode { get; } = $"[global::System.CodeDom.Compiler.GeneratedCode(\"LlmAspects.Generators\", \"{Version}\")]";

    /// <summary>The operation object, as the wrapper names it.</summary>
    public static string ReferenceTo(AspectMethodModel method)
    {
        var @namespace = method.ContainingType.Namespace;
        return $"global::{@namespace}{(@namespace.Length > 0 ? "." : string.Empty)}{TypeName(method)}.{FieldName(method)}";
    }

    /// <summary>The retry policy, as the wrapper names it.</summary>
    public static string RetryReferenceTo(AspectMethodModel method) => ReferenceTo(method) + "Retry";

    /// <summary>Writes the type and a blank line; nothing for a member whose wrapper only calls on.</summary>
    public static void Write(SourceWriter writer, AspectMemberModel member)
    {
        if (member.Methods.All(static method => method.Operation.Aspects == AspectSet.None))
        {
            return;
        }

        writer.Line(GeneratedCode);
        writer.Line($"file static class {TypeName(member)}");
        writer.OpenBlock();
        foreach (var method in member.Methods)
        {
            WriteField(writer, method);
        }

        writer.CloseBlock();
        writer.Line();
    }

    private static void WriteField(SourceWriter writer, AspectMethodModel method)
    {
        writer.Line($"internal static readonly global::LlmAspects.Runtime.Operation {FieldName(method)} =");
        writer.Indent();
        writer.Line($"global::LlmAspects.Runtime.Operation.Create({string.Join(", ", Arguments(method.Operation))});");
        writer.Unindent();
        if (method.Retry is { } retry)
        {
            WriteRetry(writer, FieldName(method), retry);
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

    private static string TypeName(AspectMemberModel member) => "OperationsOf_" + member.ContainingType.Name;

    // A field cannot be called like its type, and one called like a member of object would hide it.
    private static string FieldName(AspectMethodModel method) => method.Signature.Name switch
    {
        nameof(Equals) or nameof(ReferenceEquals) or nameof(GetHashCode) or nameof(GetType) or nameof(ToString) or nameof(MemberwiseClone) or "Finalize"
            => method.Signature.Name + "_",
        var name when name == TypeName(method) => name + "_",
        var name => name,
    };

    private static IEnumerable<string> Arguments(OperationModel operation)
    {
        yield return Literal(operation.Component);
        yield return Literal(operation.Name);
        yield return Kinds(operation.Aspects);
        if (operation.Source is { } source)
        {
            yield return Literal(source);
        }

        if (OptionsWriter.HasAssignments(operation.Options))
        {
            yield return "options: " + OptionsWriter.Write(operation.Options);
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
