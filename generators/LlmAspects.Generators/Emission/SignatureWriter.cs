using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes signatures and calls: no default values and none of the user's attributes, for those of the user's part hold.</summary>
internal static class SignatureWriter
{
    public static void Write(SourceWriter writer, MethodSignatureModel signature)
    {
        WriteAttributes(writer, signature.Attributes);
        var parameters = string.Join(", ", signature.Parameters.Select(static parameter => parameter.Declaration));
        writer.Line($"{signature.Modifiers} {signature.ReturnType} {signature.Name}{TypeArguments(signature.TypeParameters)}({parameters})");
        writer.Indent();
        foreach (var constraint in signature.Constraints)
        {
            writer.Line(constraint);
        }

        writer.Unindent();
    }

    public static void WriteAttributes(SourceWriter writer, EquatableArray<string> attributes)
    {
        if (attributes.Count > 0)
        {
            writer.Line(AttributeList(attributes));
        }
    }

    /// <summary>The attributes before a lambda, with a blank after them; empty without any.</summary>
    public static string LambdaAttributes(EquatableArray<string> attributes) => attributes.Count == 0 ? string.Empty : AttributeList(attributes) + " ";

    public static string CoreCall(AspectMethodModel method)
        => CoreCall(method, method.CoreTarget, method.Signature.Parameters.Select(static parameter => parameter.Argument));

    public static string CoreCall(AspectMethodModel method, string target, IEnumerable<string> arguments)
        => $"{target}{TypeArguments(method.Signature.TypeParameters)}({string.Join(", ", arguments)})";

    private static string AttributeList(EquatableArray<string> attributes) => $"[{string.Join(", ", attributes)}]";

    private static string TypeArguments(EquatableArray<string> names)
        => names.Count == 0 ? string.Empty : $"<{string.Join(", ", names)}>";
}
