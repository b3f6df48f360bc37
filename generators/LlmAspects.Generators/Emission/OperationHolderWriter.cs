using LlmAspects.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the file-local type that owns the method's static operation object.</summary>
internal static class OperationHolderWriter
{
    private static readonly string Version = typeof(OperationHolderWriter).Assembly.GetName().Version.ToString();

    /// <summary>The operation object, as the wrapper names it.</summary>
    public static string ReferenceTo(AspectMethodModel method)
    {
        var @namespace = method.ContainingType.Namespace;
        return $"global::{@namespace}{(@namespace.Length > 0 ? "." : string.Empty)}{TypeName(method)}.{FieldName(method)}";
    }

    public static void Write(SourceWriter writer, AspectMethodModel method)
    {
        writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"LlmAspects.Generators\", \"{Version}\")]");
        writer.Line($"file static class {TypeName(method)}");
        writer.OpenBlock();
        writer.Line($"internal static readonly global::LlmAspects.Runtime.Operation {FieldName(method)} =");
        writer.Indent();
        writer.Line($"global::LlmAspects.Runtime.Operation.Create({string.Join(", ", Arguments(method.Operation))});");
        writer.Unindent();
        writer.CloseBlock();
    }

    private static string TypeName(AspectMethodModel method) => "OperationsOf_" + method.ContainingType.Name;

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

        if (operation.Options != OptionsModel.Defaults)
        {
            yield return "options: " + OptionsWriter.Write(operation.Options);
        }
    }

    private static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    private static string Kinds(AspectSet aspects)
    {
        AspectSet[] order = [AspectSet.ErrorContext, AspectSet.TracePerformance];
        return string.Join(" | ", order
            .Where(aspect => (aspects & aspect) != 0)
            .Select(static aspect => "global::LlmAspects.Runtime.AspectKinds." + aspect.ToString()));
    }
}
