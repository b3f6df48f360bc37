using System.Text;

namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>Writes the file of one container.</summary>
internal static class ProductWriter
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using LlmAspects;

        """;

    public static string Write(ProductContainer container, int number, IReadOnlyList<ProductMethod> methods)
        => Write(container, number, methods, static (method, name) => method.Write(name));

    public static string WriteBare(ProductContainer container, ProductMethod method) => Write(container, 0, [method], static (method, name) => method.WriteBare(name));

    private static string Write(ProductContainer container, int number, IReadOnlyList<ProductMethod> methods, Func<ProductMethod, string, string> write)
    {
        var text = new StringBuilder(Usings);
        if (!container.IsGlobal)
        {
            text.Append("namespace Contoso.Container").Append(ProductContainer.All.ToList().IndexOf(container)).Append(".Part").Append(number).AppendLine(";");
        }

        if (container.BaseHeader is { } header)
        {
            text.AppendLine(header).AppendLine("{").AppendJoin('\n', methods.Select(static (method, number) => method.WriteHidden("M" + number))).AppendLine("}");
        }

        text.AppendJoin('\n', container.Header.SkipLast(1).Select(static outer => outer + "\n{\n"));
        text.Append(container.Header[^1]).Append(container.IsGlobal ? number : null).AppendLine(container.BaseHeader is null ? "" : " : Origin").AppendLine("{");
        text.AppendJoin('\n', methods.Select((method, number) => write(method, "M" + number)));
        return text.Append('\n').Append('}', container.Header.Length).ToString();
    }
}
