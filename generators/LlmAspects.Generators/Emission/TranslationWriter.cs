using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the catch clause that throws an error as another exception: the clause before it only records.</summary>
internal static class TranslationWriter
{
    public static void Write(SourceWriter writer, AspectMethodModel method, LocalNames local, string operation)
    {
        if (method.Operation.Options.TranslateTo is null)
        {
            return;
        }

        var tokens = CancellationArguments.ForExit(method.Signature.Parameters);
        writer.Lines($$"""
            catch (global::System.Exception {{local.Error}}) when ({{operation}}.TryTranslate({{local.Error}}, out var {{local.Translated}}{{tokens}}))
            {
                throw {{local.Translated}};
            }
            """);
    }
}
