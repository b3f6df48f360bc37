using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes signatures and calls: no default values and none of the user's attributes, for those of the user's part hold.</summary>
internal static class SignatureWriter
{
    public static void Write(SourceWriter writer, MethodSignatureModel signature)
    {
        if (signature.Attributes.Count > 0)
        {
            writer.Line($"[{string.Join(", ", signature.Attributes)}]");
        }

        var parameters = string.Join(", ", signature.Parameters.Select(static parameter => parameter.Declaration));
        writer.Line($"{signature.Modifiers} {signature.ReturnType} {signature.Name}{TypeArguments(signature.TypeParameters)}({parameters})");
        writer.Indent();
        foreach (var constraint in signature.Constraints)
        {
            writer.Line(constraint);
        }

        writer.Unindent();
    }

    public static string CoreCall(AspectMethodModel method)
    {
        var arguments = string.Join(", ", method.Signature.Parameters.Select(static parameter => parameter.Argument));
        return $"{method.CoreTarget}{TypeArguments(method.Signature.TypeParameters)}({arguments})";
    }

    private static string TypeArguments(EquatableArray<string> names)
        => names.Count == 0 ? string.Empty : $"<{string.Join(", ", names)}>";
}
