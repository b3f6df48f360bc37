using System.Globalization;
using System.Text;

namespace LlmAspects.Benchmarks.Chunking;

/// <summary>Makes Markdown like that of manuals: sections with paragraphs, lists and code. The same text every time.</summary>
internal static class ChunkingText
{
    private static readonly string[] Words =
        "the a model request answer of to in tokens cache budget when it is and stream error that retry for piece document with every no cut by text route component operation trace".Split(' ');

    public static string Make(int length)
    {
        var random = new Random(1);
        var text = new StringBuilder(length + 4_096);
        while (text.Length < length)
        {
            text.Append(CultureInfo.InvariantCulture, $"## Part {text.Length}\n\n");
            for (int block = random.Next(1, 6); block > 0; block--)
            {
                AppendBlock(text, random);
            }
        }

        return text.ToString(0, length);
    }

    private static void AppendBlock(StringBuilder text, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                for (int item = random.Next(2, 7); item > 0; item--)
                {
                    AppendSentence(text.Append("- "), random);
                    text.Append('\n');
                }

                break;
            case 1:
                text.Append("```csharp\n");
                for (int line = random.Next(2, 12); line > 0; line--)
                {
                    text.Append(CultureInfo.InvariantCulture, $"    var value{line} = Compute({random.Next(1_000)}, \"{Words[random.Next(Words.Length)]}\");\n");
                }

                text.Append("```\n");
                break;
            default:
                for (int sentence = random.Next(2, 9); sentence > 0; sentence--)
                {
                    AppendSentence(text, random);
                    text.Append(random.Next(3) == 0 ? '\n' : ' ');
                }

                text.Append('\n');
                break;
        }

        text.Append('\n');
    }

    private static void AppendSentence(StringBuilder text, Random random)
    {
        text.Append("It");
        for (int word = random.Next(4, 22); word > 0; word--)
        {
            text.Append(' ').Append(Words[random.Next(Words.Length)]);
        }

        text.Append('.');
    }
}
