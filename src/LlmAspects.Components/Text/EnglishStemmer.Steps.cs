namespace LlmAspects.Components.Text;

internal ref partial struct EnglishStemmer
{
    // Longest first: the longest suffix that fits is the one whose condition is tested.
    private static readonly (string Suffix, string By)[] Step2Suffixes =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"),
        ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"),
        ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string By)[] Step3Suffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4Suffixes =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    private static string? Irregular(ReadOnlySpan<char> word) => word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "dying" => "die",
        "lying" => "lie",
        "tying" => "tie",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" => "sky",
        "news" => "news",
        "howe" => "howe",
        "atlas" => "atlas",
        "cosmos" => "cosmos",
        "bias" => "bias",
        "andes" => "andes",
        _ => null,
    };

    private static bool IsInvariantAfterStep1a(ReadOnlySpan<char> word) =>
        word is "inning" or "outing" or "canning" or "herring" or "earring" or "proceed" or "exceed" or "succeed";

    private void Step1a()
    {
        if (EndsWith("sses"))
        {
            Replace("sses", "ss");
        }
        else if (EndsWith("ied") || EndsWith("ies"))
        {
            Replace("ies", _length > 4 ? "i" : "ie");
        }
        else if (EndsWith("s") && !EndsWith("us") && !EndsWith("ss") && HasVowelBefore(_length - 2))
        {
            _length--;
        }
    }

    private void Step1b()
    {
        if (EndsWith("eedly") || EndsWith("eed"))
        {
            string suffix = EndsWith("eed") ? "eed" : "eedly";
            if (InR1(suffix))
            {
                Replace(suffix, "ee");
            }

            return;
        }

        string? ending = EndsWith("ingly") ? "ingly" : EndsWith("edly") ? "edly" : EndsWith("ing") ? "ing" : EndsWith("ed") ? "ed" : null;
        if (ending is null || !HasVowelBefore(_length - ending.Length))
        {
            return;
        }

        _length -= ending.Length;
        RepairAfterStep1b();
    }

    private void RepairAfterStep1b()
    {
        if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
        {
            _word[_length++] = 'e';
        }
        else if (_length > 1 && _word[_length - 1] == _word[_length - 2] && (_word[_length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't'))
        {
            _length--;
        }
        else if (_r1 >= _length && EndsInShortSyllable(_length))
        {
            _word[_length++] = 'e';
        }
    }

    private readonly void Step1c()
    {
        if (_length > 2 && (_word[_length - 1] is 'y' or 'Y') && !IsVowel(_word[_length - 2]))
        {
            _word[_length - 1] = 'i';
        }
    }

    private void Step2()
    {
        foreach ((string suffix, string by) in Step2Suffixes)
        {
            if (!EndsWith(suffix))
            {
                continue;
            }

            char before = _length > suffix.Length ? _word[_length - suffix.Length - 1] : '\0';
            bool allowed = suffix switch
            {
                "ogi" => before == 'l',
                "li" => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                _ => true,
            };
            if (allowed && InR1(suffix))
            {
                Replace(suffix, by);
            }

            return;
        }
    }

    private void Step3()
    {
        foreach ((string suffix, string by) in Step3Suffixes)
        {
            if (EndsWith(suffix))
            {
                if (suffix == "ative" ? InR2(suffix) : InR1(suffix))
                {
                    Replace(suffix, by);
                }

                return;
            }
        }
    }

    private void Step4()
    {
        foreach (string suffix in Step4Suffixes)
        {
            if (EndsWith(suffix))
            {
                if (InR2(suffix) && (suffix != "ion" || (_length > 3 && (_word[_length - 4] is 's' or 't'))))
                {
                    _length -= suffix.Length;
                }

                return;
            }
        }
    }

    private void Step5()
    {
        if (EndsWith("e") && (InR2("e") || (InR1("e") && !EndsInShortSyllable(_length - 1))))
        {
            _length--;
        }
        else if (EndsWith("l") && InR2("l") && _length > 1 && _word[_length - 2] == 'l')
        {
            _length--;
        }
    }
}
