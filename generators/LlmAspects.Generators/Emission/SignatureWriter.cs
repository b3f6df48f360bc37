using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes signatures and calls: no default values and none of the user's attributes, for those of the user's part hold.</summary>
internal static class SignatureWriter
{
    public static void Write(SourceWriter writer, MethodSignatureModel signature)
    {
        WriteAttributes(writer, signature);
        var parameters = string.Join(", ", signature.Parameters.Select(static parameter => parameter.Declaration));
        writer.Line($"{signature.Modifiers} {signature.ReturnType} {signature.Name}{TypeArguments(signature.TypeParameters)}({parameters})");
        writer.Indent();
        foreach (var constraint in signature.Constraints)
        {
            writer.Line(constraint);
        }

        writer.Unindent();
    }

    public static void WriteAttributes(SourceWriter writer, MethodSignatureModel signature)
    {
        if (signature.Attributes.Count > 0)
        {
            writer.Line($"[{string.Join(", ", signature.Attributes)}]");
        }
    }

    public static string CoreCall(AspectMethodModel method)
        => CoreCall(method, method.CoreTarget, method.Signature.Parameters.Select(static parameter => parameter.Argument));

    public static string CoreCall(AspectMethodModel method, string target, IEnumerable<string> arguments)
        => $"{target}{TypeArguments(method.Signature.TypeParameters)}({string.Join(", ", arguments)})";

    private static string TypeArguments(EquatableArray<string> names)
        => names.Count == 0 ? string.Empty : $"<{string.Join(", ", names)}>";
}
