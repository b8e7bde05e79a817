<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>main</name>
    <message>
        <source>机关年度总结的写作与检查。不带文件时打开一份空白文稿。</source>
        <translation>Writes and checks the annual summaries of public offices. Without a file it opens an empty draft.</translation>
    </message>
    <message>
        <source>要打开的文稿，每份一个窗口</source>
        <translation>drafts to open, one window each</translation>
    </message>
    <message>
        <source>墨线</source>
        <translation>Moxian</translation>
    </message>
    <message>
        <source>文稿</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>[文稿…]</source>
        <translation>[draft…]</translation>
    </message>
</context>
<context>
    <name>moxian::Actions</name>
    <message>
        <source>新建(&amp;N)</source>
        <translation>&amp;New</translation>
    </message>
    <message>
        <source>新建一份空白文稿</source>
        <translation>A new empty draft</translation>
    </message>
    <message>
        <source>沿用去年的文稿(&amp;U)…</source>
        <translation>From last &amp;year's report…</translation>
    </message>
    <message>
        <source>用去年的文稿起草今年的：年份顺延，数字、日期和文号留空待填</source>
        <translation>Draft this year&apos;s report from last year&apos;s: years move on; figures, dates and document numbers wait to be filled</translation>
    </message>
    <message>
        <source>新建窗口(&amp;W)</source>
        <translation>New &amp;window</translation>
    </message>
    <message>
        <source>再开一个窗口，可以同时看两份文稿</source>
        <translation>Another window, to see two drafts at once</translation>
    </message>
    <message>
        <source>打开(&amp;O)…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>打开一份文稿；也可以把文件拖进窗口</source>
        <translation>Open a draft; a file can be dropped on the window too</translation>
    </message>
    <message>
        <source>恢复到已保存的内容(&amp;V)</source>
        <translation>Re&amp;vert to saved</translation>
    </message>
    <message>
        <source>从磁盘重新读入，丢掉没有保存的修改</source>
        <translation>Read the file again and give up changes that were not saved</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>按原来的编码和换行符保存</source>
        <translation>Save with the encoding and line ends it had</translation>
    </message>
    <message>
        <source>另存为(&amp;A)…</source>
        <translation>Save &amp;as…</translation>
    </message>
    <message>
        <source>用另一个名字保存</source>
        <translation>Save under another name</translation>
    </message>
    <message>
        <source>关闭窗口(&amp;C)</source>
        <translation>&amp;Close window</translation>
    </message>
    <message>
        <source>关闭这个窗口</source>
        <translation>Close this window</translation>
    </message>
    <message>
        <source>退出(&amp;Q)</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>关闭所有窗口并退出</source>
        <translation>Close all windows and quit</translation>
    </message>
    <message>
        <source>撤销(&amp;U)</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Take the last step back</translation>
    </message>
    <message>
        <source>重做(&amp;R)</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>恢复撤销的一步</source>
        <translation>Do the step again</translation>
    </message>
    <message>
        <source>剪切(&amp;T)</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>剪切选中的文字</source>
        <translation>Cut the selected text</translation>
    </message>
    <message>
        <source>复制(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>复制选中的文字</source>
        <translation>Copy the selected text</translation>
    </message>
    <message>
        <source>粘贴(&amp;P)</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>粘贴为纯文本</source>
        <translation>Paste as plain text</translation>
    </message>
    <message>
        <source>全选(&amp;L)</source>
        <translation>Se&amp;lect all</translation>
    </message>
    <message>
        <source>选中全部文字</source>
        <translation>Select the whole text</translation>
    </message>
    <message>
        <source>查找(&amp;F)</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>在文稿里查找</source>
        <translation>Find in the draft</translation>
    </message>
    <message>
        <source>替换(&amp;H)</source>
        <translation>&amp;Replace</translation>
    </message>
    <message>
        <source>查找并替换</source>
        <translation>Find and replace</translation>
    </message>
    <message>
        <source>查找下一处(&amp;X)</source>
        <translation>Find ne&amp;xt</translation>
    </message>
    <message>
        <source>转到下一处</source>
        <translation>Go to the next match</translation>
    </message>
    <message>
        <source>查找上一处(&amp;V)</source>
        <translation>Find pre&amp;vious</translation>
    </message>
    <message>
        <source>转到上一处</source>
        <translation>Go to the previous match</translation>
    </message>
    <message>
        <source>转到行(&amp;G)…</source>
        <translation>&amp;Go to line…</translation>
    </message>
    <message>
        <source>转到指定的行</source>
        <translation>Go to a line by its number</translation>
    </message>
    <message>
        <source>放大(&amp;I)</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>放大文字；也可以按住 Ctrl 滚动滚轮</source>
        <translation>Larger text; also Ctrl and the wheel</translation>
    </message>
    <message>
        <source>缩小(&amp;O)</source>
        <translation>Zoom &amp;out</translation>
    </message>
    <message>
        <source>缩小文字</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>原始大小(&amp;Z)</source>
        <translation>&amp;Normal size</translation>
    </message>
    <message>
        <source>恢复默认字号</source>
        <translation>The size the program came with</translation>
    </message>
    <message>
        <source>每行 28 字(&amp;P)</source>
        <translation>28 characters a &amp;line</translation>
    </message>
    <message>
        <source>像公文版心一样每行排 28 字；取消后排满窗口</source>
        <translation>Lines of 28 characters as on the official page; otherwise as wide as the window</translation>
    </message>
    <message>
        <source>正文字体(&amp;F)…</source>
        <translation>&amp;Font of the draft…</translation>
    </message>
    <message>
        <source>选择编辑时用的字体；不影响导出</source>
        <translation>The font for editing; exports keep theirs</translation>
    </message>
    <message>
        <source>全屏(&amp;U)</source>
        <translation>F&amp;ull screen</translation>
    </message>
    <message>
        <source>全屏显示或退出全屏</source>
        <translation>Full screen and back</translation>
    </message>
    <message>
        <source>下一个窗格(&amp;N)</source>
        <translation>&amp;Next pane</translation>
    </message>
    <message>
        <source>在正文、结构、检查结果和写作建议之间切换</source>
        <translation>Go round draft, structure, findings and suggestions</translation>
    </message>
    <message>
        <source>显示检查结果(&amp;R)</source>
        <translation>Sho&amp;w findings</translation>
    </message>
    <message>
        <source>打开检查结果；检查在写作时自动进行</source>
        <translation>Show the findings; checking goes on while you write</translation>
    </message>
    <message>
        <source>下一个问题(&amp;N)</source>
        <translation>&amp;Next finding</translation>
    </message>
    <message>
        <source>转到下一个问题</source>
        <translation>Go to the next finding</translation>
    </message>
    <message>
        <source>上一个问题(&amp;P)</source>
        <translation>P&amp;revious finding</translation>
    </message>
    <message>
        <source>转到上一个问题</source>
        <translation>Go to the previous finding</translation>
    </message>
    <message>
        <source>自动修改(&amp;F)</source>
        <translation>&amp;Fix</translation>
    </message>
    <message>
        <source>修改光标处的问题</source>
        <translation>Fix the finding at the cursor</translation>
    </message>
    <message>
        <source>不再提示(&amp;S)…</source>
        <translation>Di&amp;smiss…</translation>
    </message>
    <message>
        <source>写明原因，不再提示光标处的问题</source>
        <translation>Dismiss the finding at the cursor and say why</translation>
    </message>
    <message>
        <source>选择建议(&amp;S)</source>
        <translation>Choose a &amp;suggestion</translation>
    </message>
    <message>
        <source>转到写作建议，回车插入</source>
        <translation>Go to the suggestions; Enter inserts</translation>
    </message>
    <message>
        <source>下一个空(&amp;N)</source>
        <translation>&amp;Next blank</translation>
    </message>
    <message>
        <source>转到下一个要填的〔&#x3000;〕；在有空的段落里也可以按 Tab</source>
        <translation>Go to the next 〔&#x3000;〕 to fill; in a paragraph that has some, Tab does it too</translation>
    </message>
    <message>
        <source>上一个空(&amp;P)</source>
        <translation>&amp;Previous blank</translation>
    </message>
    <message>
        <source>转到上一个要填的〔&#x3000;〕</source>
        <translation>Go to the previous 〔&#x3000;〕 to fill</translation>
    </message>
    <message>
        <source>把文件加入语料库(&amp;F)…</source>
        <translation>Add &amp;files to the corpus…</translation>
    </message>
    <message>
        <source>导入往年的文稿，写作建议会用上它们的句子</source>
        <translation>Add reports of earlier years; their sentences are then suggested</translation>
    </message>
    <message>
        <source>把文件夹加入语料库(&amp;D)…</source>
        <translation>Add a fol&amp;der to the corpus…</translation>
    </message>
    <message>
        <source>导入一个文件夹里的全部文稿</source>
        <translation>Add all reports of a folder</translation>
    </message>
    <message>
        <source>Word 文档（DOCX）(&amp;W)…</source>
        <translation>&amp;Word document (DOCX)…</translation>
    </message>
    <message>
        <source>按公文格式导出 Word 文档</source>
        <translation>Export a Word document in the official layout</translation>
    </message>
    <message>
        <source>PDF(&amp;F)…</source>
        <translation>PD&amp;F…</translation>
    </message>
    <message>
        <source>按公文格式导出 PDF</source>
        <translation>Export a PDF in the official layout</translation>
    </message>
    <message>
        <source>网页（HTML）(&amp;H)…</source>
        <translation>&amp;Web page (HTML)…</translation>
    </message>
    <message>
        <source>导出网页</source>
        <translation>Export a web page</translation>
    </message>
    <message>
        <source>纯文本（TXT）(&amp;T)…</source>
        <translation>Plain &amp;text (TXT)…</translation>
    </message>
    <message>
        <source>导出 UTF-8 纯文本</source>
        <translation>Export plain UTF-8 text</translation>
    </message>
    <message>
        <source>打印预览(&amp;V)…</source>
        <translation>Print pre&amp;view…</translation>
    </message>
    <message>
        <source>查看排好的页面</source>
        <translation>Look at the pages</translation>
    </message>
    <message>
        <source>打印(&amp;P)…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>按公文格式打印</source>
        <translation>Print in the official layout</translation>
    </message>
    <message>
        <source>快捷键(&amp;K)</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>全部快捷键</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>关于墨线(&amp;A)</source>
        <translation>&amp;About Moxian</translation>
    </message>
    <message>
        <source>版本和使用的组件</source>
        <translation>Version and components</translation>
    </message>
    <message>
        <source>关于 Qt(&amp;Q)</source>
        <translation>About &amp;Qt</translation>
    </message>
    <message>
        <source>界面组件 Qt 的版本和许可</source>
        <translation>Version and licence of Qt</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&#x3000;或&#x3000;</source>
        <translation> or </translation>
    </message>
    <message>
        <source>续写候选(&amp;C)</source>
        <translation>&amp;Continuations</translation>
    </message>
    <message>
        <source>列出接下去可能写的几种，按数字 1 至 5 选用</source>
        <translation>List how the text may go on; the numbers 1 to 5 pick</translation>
    </message>
    <message>
        <source>保存副本(&amp;Y)…</source>
        <translation>Save a cop&amp;y…</translation>
    </message>
    <message>
        <source>另存一份，继续编辑现在这份</source>
        <translation>Save another copy and go on with this one</translation>
    </message>
    <message>
        <source>版本(&amp;H)…</source>
        <translation>Version &amp;history…</translation>
    </message>
    <message>
        <source>查看、比较和恢复以前保存的版本，取出收存的原件</source>
        <translation>See, compare and restore earlier versions; take out files kept inside</translation>
    </message>
    <message>
        <source>数字台账(&amp;G)</source>
        <translation>&amp;Figures</translation>
    </message>
    <message>
        <source>列出全文的数字和它们所指的事</source>
        <translation>List the figures of the draft and what they count</translation>
    </message>
    <message>
        <source>问题与措施(&amp;M)</source>
        <translation>Problems and &amp;measures</translation>
    </message>
    <message>
        <source>看每个问题有没有对应的措施</source>
        <translation>See whether a measure answers each problem</translation>
    </message>
    <message>
        <source>与上年报告比较(&amp;L)…</source>
        <translation>Compare with &amp;last year&apos;s report…</translation>
    </message>
    <message>
        <source>找出照抄上年的句子、数字和问题</source>
        <translation>Find sentences, figures and problems taken over from last year</translation>
    </message>
    <message>
        <source>检查文件夹(&amp;D)…</source>
        <translation>Check a fol&amp;der…</translation>
    </message>
    <message>
        <source>一次检查一个文件夹里的全部文稿</source>
        <translation>Check all drafts of a folder at once</translation>
    </message>
    <message>
        <source>检查规则(&amp;U)…</source>
        <translation>R&amp;ules…</translation>
    </message>
    <message>
        <source>看每条规则的依据和例子，选择不检查的规则</source>
        <translation>See the source and an example of each rule, and choose which do not run</translation>
    </message>
    <message>
        <source>转为简体(&amp;J)</source>
        <translation>To &amp;simplified</translation>
    </message>
    <message>
        <source>把全文转为简体字；台湾用语转为大陆用语。可以一步撤销</source>
        <translation>Turn the draft into simplified characters and mainland wording; one undo step</translation>
    </message>
    <message>
        <source>转为繁体(&amp;F)</source>
        <translation>To &amp;traditional</translation>
    </message>
    <message>
        <source>把全文转为繁体字，用语不变。可以一步撤销</source>
        <translation>Turn the draft into traditional characters, wording as it is; one undo step</translation>
    </message>
    <message>
        <source>转为繁体和台湾用语(&amp;T)</source>
        <translation>To traditional with Tai&amp;wan wording</translation>
    </message>
    <message>
        <source>把全文转为繁体字和台湾用语。可以一步撤销</source>
        <translation>Turn the draft into traditional characters and the wording of Taiwan; one undo step</translation>
    </message>
    <message>
        <source>语料库(&amp;C)…</source>
        <translation>&amp;Corpus…</translation>
    </message>
    <message>
        <source>查找句子、收藏、自己的短语和导入过的来源</source>
        <translation>Search sentences; favourites, own phrases and imported sources</translation>
    </message>
    <message>
        <source>按模板新建(&amp;T)…</source>
        <translation>New from &amp;template…</translation>
    </message>
    <message>
        <source>填好单位、年份和领域，从一份带提示的提纲写起</source>
        <translation>Give unit, year and field and start from an outline with prompts</translation>
    </message>
    <message>
        <source>换个说法(&amp;W)</source>
        <translation>Other &amp;wordings</translation>
    </message>
    <message>
        <source>在写作建议里列出和所选文字（没有选中时是光标处的一句）意思相近的写法</source>
        <translation>List other wordings of the selected text, or of the sentence at the cursor, among the suggestions</translation>
    </message>
    <message>
        <source>几行改为“一是……二是……”(&amp;L)</source>
        <translation>&amp;Lines to “一是… 二是…”</translation>
    </message>
    <message>
        <source>把选中的几行连成一段，用一是、二是排列</source>
        <translation>Join the selected lines into one paragraph, numbered 一是, 二是</translation>
    </message>
    <message>
        <source>“一是……二是……”改为几行(&amp;U)</source>
        <translation>“一是… 二是…” to L&amp;ines</translation>
    </message>
    <message>
        <source>把选中的一是、二是各排一行</source>
        <translation>Give each item of the run a line of its own</translation>
    </message>
    <message>
        <source>表格改为“其中”句(&amp;T)</source>
        <translation>&amp;Table to a sentence</translation>
    </message>
    <message>
        <source>把选中的表格写成一句，先说合计，再说其中各项</source>
        <translation>Write the selected table as a sentence: the total, then its parts</translation>
    </message>
    <message>
        <source>“其中”句改为表格(&amp;B)</source>
        <translation>Sentence to a ta&amp;ble</translation>
    </message>
    <message>
        <source>把选中的“其中”句里的数字排成表格</source>
        <translation>Set the figures of the selected sentence with 其中 as a table</translation>
    </message>
    <message>
        <source>待填清单(&amp;L)</source>
        <translation>Open fie&amp;lds</translation>
    </message>
    <message>
        <source>列出还没有填的〔　〕，沿用去年文稿时写着去年的值</source>
        <translation>List the fields 〔　〕 that are still open, with last year's values after a roll-over</translation>
    </message>
</context>
<context>
    <name>moxian::CorpusWindow</name>
    <message>
        <source>语料库</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>句子</source>
        <translation>Sentences</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>字词，可用空格隔开；也可以打拼音或首字母，如 zwgk</source>
        <translation>Words, separated by spaces; pinyin or initials such as zwgk also work</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>收藏</source>
        <translation>Favourites</translation>
    </message>
    <message>
        <source>我的短语</source>
        <translation>My phrases</translation>
    </message>
    <message>
        <source>部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>各部分</source>
        <translation>All parts</translation>
    </message>
    <message>
        <source>插入到文稿(&amp;I)</source>
        <translation>&amp;Insert</translation>
    </message>
    <message>
        <source>收藏(&amp;F)</source>
        <translation>&amp;Favourite</translation>
    </message>
    <message>
        <source>查看出处(&amp;R)</source>
        <translation>Show in &amp;report</translation>
    </message>
    <message>
        <source>删除短语(&amp;D)</source>
        <translation>&amp;Delete phrase</translation>
    </message>
    <message>
        <source>新短语(&amp;N)…</source>
        <translation>&amp;New phrase…</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>移除(&amp;D)…</source>
        <translation>&amp;Remove…</translation>
    </message>
    <message>
        <source>加入文件(&amp;F)…</source>
        <translation>Add &amp;files…</translation>
    </message>
    <message>
        <source>加入文件夹(&amp;L)…</source>
        <translation>Add fo&amp;lder…</translation>
    </message>
    <message>
        <source>%1 篇里有</source>
        <translation>in %1 reports</translation>
    </message>
    <message>
        <source>输入字词开始查找。</source>
        <translation>Type words to search.</translation>
    </message>
    <message>
        <source>没有找到。</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>自带语料：%1</source>
        <translation>Shipped corpus: %1</translation>
    </message>
    <message>
        <source>取消收藏(&amp;F)</source>
        <translation>No &amp;favourite</translation>
    </message>
    <message>
        <source>新短语</source>
        <translation>New phrase</translation>
    </message>
    <message>
        <source>短语；要填的地方写成〔数量〕这样的空</source>
        <translation>The phrase; write 〔figure〕 where something is to be filled in</translation>
    </message>
    <message>
        <source>移除来源</source>
        <translation>Remove source</translation>
    </message>
    <message>
        <source>从语料库里移除“%1”？只有它才有的句子一起移除，原来的文件不动。</source>
        <translation>Remove “%1” from the corpus? Sentences that only it holds go too; the file itself stays.</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在移除…</source>
        <translation>Removing…</translation>
    </message>
</context>
<context>
    <name>moxian::Busy</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在停止…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>内存不足</source>
        <translation>out of memory</translation>
    </message>
    <message>
        <source>文稿</source>
        <translation>Draft</translation>
    </message>
</context>
<context>
    <name>moxian::CheckPanels</name>
    <message>
        <source>数字台账</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>问题与措施</source>
        <translation>Problems and measures</translation>
    </message>
    <message>
        <source>补写对应的措施</source>
        <translation>Add a measure</translation>
    </message>
    <message>
        <source>在打算的末尾加一句，填好〔&#x3000;〕里的内容</source>
        <translation>Adds a sentence at the end of the plans; fill in the 〔&#x3000;〕</translation>
    </message>
    <message>
        <source>没有对应的措施</source>
        <translation>No measure answers it</translation>
    </message>
    <message>
        <source>没有对应的问题：%1</source>
        <translation>Answers no problem: %1</translation>
    </message>
    <message>
        <source>选择上年的报告</source>
        <translation>Choose last year&apos;s report</translation>
    </message>
    <message>
        <source>文稿 (*.moxian *.txt *.md *.docx *.html *.htm *.pdf);;所有文件 (*)</source>
        <translation>Drafts (*.moxian *.txt *.md *.docx *.html *.htm *.pdf);;All files (*)</translation>
    </message>
    <message>
        <source>没有读出上年的报告</source>
        <translation>Last year&apos;s report could not be read</translation>
    </message>
    <message>
        <source>%1 %2%</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>与上年报告相同的文字占 %1%（%2）。照抄的句子、数字和问题已列入检查结果。</source>
        <translation>%1% of the wording stands in last year&apos;s report (%2). Sentences, figures and problems taken over are among the findings now.</translation>
    </message>
    <message>
        <source>不再比较</source>
        <translation>Stop comparing</translation>
    </message>
    <message>
        <source>选择要检查的文件夹</source>
        <translation>Choose a folder to check</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>moxian::CompareDialog</name>
    <message>
        <source>比较：%1 与 %2</source>
        <translation>Compare: %1 and %2</translation>
    </message>
    <message>
        <source>&lt;s style=&apos;color:%1&apos;&gt;划去&lt;/s&gt;：只在“%2”里；&lt;u style=&apos;color:%3&apos;&gt;下划线&lt;/u&gt;：只在“%4”里</source>
        <translation>&lt;s style=&apos;color:%1&apos;&gt;Struck out&lt;/s&gt;: only in “%2”; &lt;u style=&apos;color:%3&apos;&gt;underlined&lt;/u&gt;: only in “%4”</translation>
    </message>
    <message>
        <source>上一处（Shift+F3）</source>
        <translation>Previous (Shift+F3)</translation>
    </message>
    <message>
        <source>下一处（F3）</source>
        <translation>Next (F3)</translation>
    </message>
    <message>
        <source>两份文字的差别</source>
        <translation>Differences between the two texts</translation>
    </message>
    <message>
        <source>只有空行不同</source>
        <translation>Only blank lines differ</translation>
    </message>
    <message>
        <source>没有差别</source>
        <translation>No differences</translation>
    </message>
    <message>
        <source>第 %1 处，共 %2 处</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>moxian::CompletionList</name>
    <message>
        <source>续写候选</source>
        <translation>Continuations</translation>
    </message>
</context>
<context>
    <name>moxian::ExportController</name>
    <message>
        <source>%1 文件</source>
        <translation>%1 files</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>正在导出“%1”…</source>
        <translation>Exporting “%1”…</translation>
    </message>
    <message>
        <source>已导出 %1</source>
        <translation>Exported %1</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out the pages…</translation>
    </message>
    <message>
        <source>打印没有成功</source>
        <translation>Printing failed</translation>
    </message>
    <message>
        <source>打印机没有响应。请检查打印机，或者先导出 PDF。</source>
        <translation>The printer does not answer. Check it, or export a PDF instead.</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>导出没有成功</source>
        <translation>Export failed</translation>
    </message>
    <message>
        <source>排版说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>有 %1 处改得不同的修订还没有选定，几种写法连在了一起，第一处是第 %2 行的“%3”；请在审阅栏标着“二选一”的修订里各接受一个，再重新导出。</source>
        <translation>%1 places are changed in different ways and nobody has chosen yet, so the wordings are run together, the first in line %2 as “%3”; in the review dock accept one of each of the changes marked “either/or”, then export again.</translation>
    </message>
    <message>
        <source>还有 %1 处未填内容</source>
        <translation>Still to be filled in: %1</translation>
    </message>
    <message>
        <source>文件已存在</source>
        <translation>The file exists</translation>
    </message>
    <message>
        <source>“%1”已经存在。要覆盖吗？</source>
        <translation>“%1” exists already. Overwrite it?</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>没有打印完。请检查打印机，或者先导出 PDF。</source>
        <translation>Not all pages were printed. Check the printer, or export a PDF first.</translation>
    </message>
    <message>
        <source>批注没有带出</source>
        <translation>without the comments</translation>
    </message>
    <message>
        <source>是修订前的文字（%1 处修订按拒绝处理）</source>
        <translation>as the text before the changes (%1 taken as rejected)</translation>
    </message>
    <message>
        <source>是修订后的文字（%1 处修订按接受处理）</source>
        <translation>as the text after the changes (%1 taken as accepted)</translation>
    </message>
    <message>
        <source>带修订和批注</source>
        <translation>With changes and comments</translation>
    </message>
    <message>
        <source>导出修订</source>
        <translation>Export changes</translation>
    </message>
    <message>
        <source>文稿里有 %1 处修订、%2 条批注。导出哪一种？</source>
        <translation>The draft has %1 changes and %2 comments. Which text shall be exported?</translation>
    </message>
    <message>
        <source>修订后的文字</source>
        <translation>Text after the changes</translation>
    </message>
    <message>
        <source>修订前的文字</source>
        <translation>Text before the changes</translation>
    </message>
    <message>
        <source>有人</source>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>%1（电脑 %2）</source>
        <translation>%1 (computer %2)</translation>
    </message>
    <message>
        <source>文件正在别处打开</source>
        <translation>The file is open elsewhere</translation>
    </message>
    <message>
        <source>%1正在用 %2 编辑“%3”。覆盖以后，对方再保存会把导出的内容盖掉。先在那里关掉它，或换个名字导出；如果那边其实没有打开，可以覆盖。</source>
        <translation>%1 is editing “%3” in %2. If you overwrite it, the next save there will overwrite the export. Close it there first or export under another name; overwrite only if it is not really open.</translation>
    </message>
    <message>
        <source>文件可能正在别处打开</source>
        <translation>The file may be open elsewhere</translation>
    </message>
    <message>
        <source>%1正在用 %2 编辑“%3”或“%4”，从留下的标记看不出是哪一个。如果打开的是“%3”，覆盖以后，对方再保存会把导出的内容盖掉；如果是“%4”，可以覆盖。</source>
        <translation>%1 is editing “%3” or “%4” in %2; the mark left there does not tell which. If it is “%3” and you overwrite it, the next save there will overwrite the export; if it is “%4”, you can overwrite.</translation>
    </message>
    <message>
        <source>仍要覆盖</source>
        <translation>Overwrite anyway</translation>
    </message>
    <message>
        <source>导出以后文稿又改过了，需要的话请重新导出。</source>
        <translation>The draft has changed since this export; export again if needed.</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>moxian::FileController</name>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>未命名文稿</source>
        <translation>Untitled draft</translation>
    </message>
    <message>
        <source>打开文稿</source>
        <translation>Open a draft</translation>
    </message>
    <message>
        <source>重新载入</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>重新载入“%1”会丢掉没有保存的修改。</source>
        <translation>Reloading “%1” gives up the changes that were not saved.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在打开“%1”…</source>
        <translation>Opening “%1”…</translation>
    </message>
    <message>
        <source>打不开文件</source>
        <translation>The file cannot be opened</translation>
    </message>
    <message>
        <source>文件里有 %1 处字节不是 %2 文字，显示为“�”。换一种编码重新打开试试（状态栏右侧可以选）；直接保存会丢掉这些字节。</source>
        <translation>%1 places of the file are no %2 text and are shown as “�”. Try to open it in another encoding (at the right of the status bar); saving would lose these bytes.</translation>
    </message>
    <message>
        <source>文件里混用了几种换行符，保存时会统一。</source>
        <translation>The file mixes several kinds of line ends; saving makes them one.</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已保存到 %1</source>
        <translation>Saved to %1</translation>
    </message>
    <message>
        <source>文件已被修改</source>
        <translation>The file was changed</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>有无法识别的字节</source>
        <translation>Some bytes were not understood</translation>
    </message>
    <message>
        <source>打开时有 %1 处字节无法识别，保存后它们会变成“�”，不能恢复。仍要保存吗？</source>
        <translation>%1 places were not understood when the file was opened; once saved they are “�” and cannot be brought back. Save all the same?</translation>
    </message>
    <message>
        <source>仍要保存</source>
        <translation>Save all the same</translation>
    </message>
    <message>
        <source>保存没有成功</source>
        <translation>Saving failed</translation>
    </message>
    <message>
        <source>改用 UTF-8 保存</source>
        <translation>Save as UTF-8</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>保存修改</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>“%1”的修改还没有保存。要保存吗？</source>
        <translation>The changes of “%1” are not saved. Save them?</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>不保存(&amp;N)</source>
        <translation>&amp;Discard</translation>
    </message>
    <message>
        <source>“%1”被删除或移走了；保存会重新建立它。</source>
        <translation>“%1” was deleted or moved away; saving creates it again.</translation>
    </message>
    <message>
        <source>文稿</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>纯文本</source>
        <translation>Plain text</translation>
    </message>
    <message>
        <source>没有带过来的：</source>
        <translation>Left behind:</translation>
    </message>
    <message>
        <source>墨线文稿</source>
        <translation>Moxian documents</translation>
    </message>
    <message>
        <source>文字取自“%1”，原文件不变；保存为墨线文稿时把它一并收存。</source>
        <translation>The text was taken from “%1”, which stays as it is; saving as a Moxian document keeps it inside.</translation>
    </message>
    <message>
        <source>%1（副本）</source>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>%1（找回）</source>
        <translation>%1 (recovered)</translation>
    </message>
    <message>
        <source>这是上次意外退出时还没有保存的内容，请核对后保存。</source>
        <translation>This was not saved when the program ended unexpectedly. Look it over and save it.</translation>
    </message>
    <message>
        <source>正在查看还能读出什么…</source>
        <translation>Looking for what can still be read…</translation>
    </message>
    <message>
        <source>最后一个完好的版本：%1，%2 字。</source>
        <translation>Last good version: %1, %2 characters.</translation>
    </message>
    <message>
        <source>打开完好的版本</source>
        <translation>Open the good version</translation>
    </message>
    <message>
        <source>正文还能读出 %1 字，缺 %2 段，有错字的 %3 段。</source>
        <translation>Of the text %1 characters can be read; %2 passages are missing, %3 hold wrong characters.</translation>
    </message>
    <message>
        <source>打开读出的正文</source>
        <translation>Open what can be read</translation>
    </message>
    <message>
        <source>全部导出…</source>
        <translation>Export everything…</translation>
    </message>
    <message>
        <source>文稿已经损坏</source>
        <translation>The document is damaged</translation>
    </message>
    <message>
        <source>导出到文件夹</source>
        <translation>Export to a folder</translation>
    </message>
    <message>
        <source>没有导出</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>读出的内容已导出到 %1，共 %2 个文件。</source>
        <translation>What could be read was exported to %1, %2 files.</translation>
    </message>
    <message>
        <source>文稿的单位、年度等信息</source>
        <translation>unit, year and the like</translation>
    </message>
    <message>
        <source>修订</source>
        <translation>tracked changes</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>comments</translation>
    </message>
    <message>
        <source>忽略的检查结果</source>
        <translation>dismissed findings</translation>
    </message>
    <message>
        <source>较早的版本</source>
        <translation>earlier versions</translation>
    </message>
    <message>
        <source>收存的原件</source>
        <translation>files kept inside</translation>
    </message>
    <message>
        <source>文件的结构</source>
        <translation>the structure of the file</translation>
    </message>
    <message>
        <source>文件有损坏，正文经核对完好；受影响的是：%1。下次保存会写成完好的文件，损坏的留作旁边的“.damaged”文件。</source>
        <translation>The file is damaged; its text was checked and is whole. Concerned: %1. The next save writes a whole file and keeps the damaged one beside it as “.damaged”.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>保存副本</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>存为纯文本</source>
        <translation>Save as plain text</translation>
    </message>
    <message>
        <source>纯文本只能存文字：版本、修订、批注和收存的原件不会带过去。仍要存为纯文本吗？</source>
        <translation>Plain text holds only the words: versions, tracked changes, comments and files kept inside stay behind. Save as plain text all the same?</translation>
    </message>
    <message>
        <source>“%1”在打开以后被其他人或程序修改了。要用这里的内容覆盖吗？</source>
        <translation>Somebody else changed “%1” since it was opened. Write over it with what is here?</translation>
    </message>
    <message>
        <source>“%1”已经不在原来的位置了。要在那里重新建立它吗？</source>
        <translation>“%1” is no longer in its place. Make it there again?</translation>
    </message>
    <message>
        <source>文件不见了</source>
        <translation>The file is gone</translation>
    </message>
    <message>
        <source>重新建立</source>
        <translation>Make it again</translation>
    </message>
    <message>
        <source>比较…</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>直接写入原文件</source>
        <translation>Write into the file itself</translation>
    </message>
    <message>
        <source>也可以直接写入原文件，但写入中途断电或出错会损坏它。</source>
        <translation>It can be written into directly, but a power cut or failure meanwhile would damage it.</translation>
    </message>
    <message>
        <source>副本已保存到 %1</source>
        <translation>Copy saved to %1</translation>
    </message>
    <message>
        <source>较早的版本或收存的原件没能全部带过来。</source>
        <translation> Not all earlier versions or files kept inside could be taken along.</translation>
    </message>
    <message>
        <source>这个文件还有别的名字（硬链接），它们仍指向保存以前的内容。</source>
        <translation> The file has other names (hard links); they still lead to the old content.</translation>
    </message>
    <message>
        <source>文件的所有者变成了您。</source>
        <translation> The file belongs to you now.</translation>
    </message>
    <message>
        <source>文字已保存。</source>
        <translation>The text is saved.</translation>
    </message>
    <message>
        <source>“%1”被其他人或程序修改了。</source>
        <translation>Somebody else changed “%1”.</translation>
    </message>
    <message>
        <source>取用磁盘上的</source>
        <translation>Take the one on disk</translation>
    </message>
    <message>
        <source>保留这里的</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>“%1”改名为“%2”了。</source>
        <translation>“%1” was renamed to “%2”.</translation>
    </message>
    <message>
        <source>保存到新的名字</source>
        <translation>Save under the new name</translation>
    </message>
    <message>
        <source>“%1”所在的位置连不上了，内容还在这里。接通以后再保存，或另存到别处。</source>
        <translation>The place of “%1” cannot be reached; the text is still here. Save when it is back, or save elsewhere.</translation>
    </message>
    <message>
        <source>存回原处</source>
        <translation>Save in the old place</translation>
    </message>
    <message>
        <source>磁盘上的</source>
        <translation>On disk</translation>
    </message>
    <message>
        <source>这里的</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>另一个人</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>%1（电脑 %2）</source>
        <translation>%1 (computer %2)</translation>
    </message>
    <message>
        <source>不知何时</source>
        <translation>an unknown time</translation>
    </message>
    <message>
        <source>“%1”正由 %2 编辑（%3 起），这里只能看；对方关闭以后自动可以修改。</source>
        <translation>%2 is editing “%1” (since %3). You can only read it here until they close it.</translation>
    </message>
    <message>
        <source>另存一份来修改…</source>
        <translation>Save a copy to edit…</translation>
    </message>
    <message>
        <source>接管…</source>
        <translation>Take over…</translation>
    </message>
    <message>
        <source>对方已经关闭“%1”，现在可以修改了</source>
        <translation>“%1” was closed by the other; you can edit it now</translation>
    </message>
    <message>
        <source>接管编辑</source>
        <translation>Take over editing</translation>
    </message>
    <message>
        <source>只有确认 %1 已经不在编辑时才接管，不然会互相覆盖。要接管吗？</source>
        <translation>Take over only if %1 has surely stopped editing; otherwise you overwrite each other. Take over?</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>不能接管</source>
        <translation>Cannot take over</translation>
    </message>
    <message>
        <source>自动保护恢复了</source>
        <translation>Automatic protection works again</translation>
    </message>
    <message>
        <source>自动保护暂时不起作用，意外退出会丢失没有保存的修改，请勤保存。</source>
        <translation>Automatic protection does not work now: a crash would lose unsaved changes. Save often. </translation>
    </message>
    <message>
        <source>签批</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>正在保存，完成以后打开“%1”。</source>
        <translation>Saving; “%1” opens when that is done.</translation>
    </message>
    <message>
        <source>文稿正在保存或读取，请稍后再试。</source>
        <translation>The draft is being saved or read. Try again in a moment.</translation>
    </message>
    <message>
        <source>另存为墨线文稿</source>
        <translation>Save as Moxian document</translation>
    </message>
    <message>
        <source>修订、批注和签批存不进纯文本</source>
        <translation>Plain Text Holds No Changes, Comments or Signatures</translation>
    </message>
    <message>
        <source>“%1”是纯文本，只能存文字：批注和签批会丢失，标为删除的文字会当作正文存进去。</source>
        <translation>“%1” is plain text and holds words only: comments and signatures would be lost, and deleted words would be saved as part of the text.</translation>
    </message>
    <message>
        <source>另存为墨线文稿…</source>
        <translation>Save as Moxian document…</translation>
    </message>
    <message>
        <source>只保存文字</source>
        <translation>Save text only</translation>
    </message>
    <message>
        <source>对方刚保存了新的内容。</source>
        <translation> New content has just been saved there.</translation>
    </message>
    <message>
        <source>看新的</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>原文件开着修订，这里接着记录。</source>
        <translation>The file had tracking switched on; it stays on here.</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>moxian::FindBar</name>
    <message>
        <source>表达式有误：%1</source>
        <translation>The expression is wrong: %1</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>共 %1 处</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>替换了 %1 处</source>
        <translation>%1 replaced</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace by</translation>
    </message>
    <message>
        <source>查找内容</source>
        <translation>Words to find</translation>
    </message>
    <message>
        <source>区分大小写</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>整词</source>
        <translation>Whole words</translation>
    </message>
    <message>
        <source>前后不是字母、数字或汉字</source>
        <translation>No letter, digit or Chinese character before or after</translation>
    </message>
    <message>
        <source>正则表达式</source>
        <translation>Regular expression</translation>
    </message>
    <message>
        <source>替换内容里可用 \1 至 \9 表示各个括号里的内容</source>
        <translation>In the replacement, \1 to \9 stand for what the brackets hold</translation>
    </message>
    <message>
        <source>上一处（Shift+F3）</source>
        <translation>Previous (Shift+F3)</translation>
    </message>
    <message>
        <source>下一处（F3）</source>
        <translation>Next (F3)</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>全部替换</source>
        <translation>Replace all</translation>
    </message>
</context>
<context>
    <name>moxian::FindingsDock</name>
    <message>
        <source>转到此处</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>%1 %2 处</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>显示或隐藏：%1</source>
        <translation>Show or hide: %1</translation>
    </message>
    <message>
        <source>还没有可检查的内容</source>
        <translation>Nothing to check yet</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>No findings</translation>
    </message>
    <message>
        <source>问题都被筛选条件隐藏了</source>
        <translation>The filter hides all findings</translation>
    </message>
    <message>
        <source>自动修改</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>先在上面选一条可以自动修改的问题</source>
        <translation>Choose a finding above that can be fixed</translation>
    </message>
    <message>
        <source>不再提示</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>写明原因，不再提示这个问题</source>
        <translation>Dismiss this finding and say why</translation>
    </message>
    <message>
        <source>先在上面选一条不用改的问题</source>
        <translation>Choose a finding above that needs no change</translation>
    </message>
    <message>
        <source>其他原因…</source>
        <translation>Other reason…</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>按类别筛选</source>
        <translation>Filter by kind</translation>
    </message>
    <message>
        <source>只显示一类问题</source>
        <translation>Show one kind of finding only</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>全文都不再提示这几个字</source>
        <translation>Dismiss these words everywhere</translation>
    </message>
    <message>
        <source>这一处不再提示</source>
        <translation>Dismiss this one</translation>
    </message>
    <message>
        <source>这 %1 处都不再提示</source>
        <translation>Dismiss all %1 of them</translation>
    </message>
    <message>
        <source>原文就是这样</source>
        <translation>Quoted as it stands</translation>
    </message>
    <message>
        <source>专用名称</source>
        <translation>A name</translation>
    </message>
    <message>
        <source>习惯写法</source>
        <translation>Usual here</translation>
    </message>
    <message>
        <source>提示有误</source>
        <translation>Wrong alarm</translation>
    </message>
    <message>
        <source>恢复 %1 条不再提示的问题</source>
        <translation>Bring back %1 dismissed findings</translation>
    </message>
    <message>
        <source>为什么提示…</source>
        <translation>Why…</translation>
    </message>
    <message>
        <source>发成批注</source>
        <translation>Send as a comment</translation>
    </message>
    <message>
        <source>检查结果（%1的文字）</source>
        <translation>Findings (text %1)</translation>
    </message>
</context>
<context>
    <name>moxian::FindingsModel</name>
    <message>
        <source>第 %1 行 · %2</source>
        <translation>Line %1 · %2</translation>
    </message>
    <message>
        <source>可自动修改</source>
        <translation>can be fixed</translation>
    </message>
    <message>
        <source>%1，第 %2 行：%3</source>
        <translation>%1, line %2: %3</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
</context>
<context>
    <name>moxian::FolderWindow</name>
    <message>
        <source>保存报告…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>检查文件夹 — %1</source>
        <translation>Check of a folder — %1</translation>
    </message>
    <message>
        <source>文稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>缺少或单薄的部分</source>
        <translation>Parts missing or thin</translation>
    </message>
    <message>
        <source>按类别</source>
        <translation>By kind</translation>
    </message>
    <message>
        <source>共 %1 份文稿</source>
        <translation>%1 drafts</translation>
    </message>
    <message>
        <source>保存检查报告</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>网页 (*.html);;表格 (*.csv)</source>
        <translation>Web page (*.html);;Table (*.csv)</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>moxian::Help</name>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>依次填写〔&#x3000;〕</source>
        <translation>Fill one 〔&#x3000;〕 after the other</translation>
    </message>
    <message>
        <source>&#x3000;或&#x3000;</source>
        <translation> or </translation>
    </message>
    <message>
        <source>段落开头缩进两字</source>
        <translation>Indent the paragraph by two characters</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>What</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>关于墨线</source>
        <translation>About Moxian</translation>
    </message>
    <message>
        <source>墨线</source>
        <translation>Moxian</translation>
    </message>
    <message>
        <source>机关年度总结的写作与检查。全程离线，文稿不离开这台电脑。</source>
        <translation>Writes and checks the annual summaries of public offices. It works offline; drafts do not leave this computer.</translation>
    </message>
    <message>
        <source>使用的组件：Qt（LGPL 3）、KSyntaxHighlighting（MIT）、ICU（Unicode）、SQLite（公有领域）、libzip（BSD）、pugixml（MIT）、toml++（MIT）、OpenCC（Apache 2）、Pango 与 Cairo（LGPL 2.1）、Poppler（GPL 2 或 3）。</source>
        <translation>Made with Qt (LGPL 3), KSyntaxHighlighting (MIT), ICU (Unicode), SQLite (public domain), libzip (BSD), pugixml (MIT), toml++ (MIT), OpenCC (Apache 2), Pango and Cairo (LGPL 2.1), Poppler (GPL 2 or 3).</translation>
    </message>
</context>
<context>
    <name>moxian::ImportController</name>
    <message>
        <source>把文件加入语料库</source>
        <translation>Add files to the corpus</translation>
    </message>
    <message>
        <source>把文件夹加入语料库</source>
        <translation>Add a folder to the corpus</translation>
    </message>
    <message>
        <source>正在加入语料库…</source>
        <translation>Adding to the corpus…</translation>
    </message>
    <message>
        <source>没有加入语料库</source>
        <translation>Nothing was added to the corpus</translation>
    </message>
    <message>
        <source>读了 %1 个文件、%2 篇文稿，新增 %3 句；%4 句已经有了，%5 句不合用。</source>
        <translation>Read %1 files with %2 reports: %3 sentences are new, %4 were known, %5 are of no use.</translation>
    </message>
    <message>
        <source>导入中途停止，已经读完的文件保留。</source>
        <translation>Stopped on the way; files that were read to the end stay.</translation>
    </message>
    <message>
        <source>%1 个文件以前加过，没有变化。</source>
        <translation>%1 files were added before and have not changed.</translation>
    </message>
    <message>
        <source>还有 %1 个文件读不了。</source>
        <translation>%1 more files could not be read.</translation>
    </message>
    <message>
        <source>不合用的：%1。</source>
        <translation>Of no use: %1.</translation>
    </message>
    <message>
        <source>目录里有、没有正文的：%1。</source>
        <translation>In the contents but without a text: %1.</translation>
    </message>
    <message>
        <source>没有写完的：%1。</source>
        <translation>Breaking off: %1.</translation>
    </message>
    <message>
        <source>查看清单</source>
        <translation>Show the list</translation>
    </message>
</context>
<context>
    <name>moxian::Labels</name>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>主要工作</source>
        <translation>Work done</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>下一步打算</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>问题与打算</source>
        <translation>Problems and next steps</translation>
    </message>
    <message>
        <source>结尾</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>正文以外</source>
        <translation>Outside the report</translation>
    </message>
    <message>
        <source>缺少</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>内容单薄</source>
        <translation>thin</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>present</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>结构</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Numbering</translation>
    </message>
    <message>
        <source>标点</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>未填内容</source>
        <translation>Left open</translation>
    </message>
    <message>
        <source>多余字符</source>
        <translation>Stray characters</translation>
    </message>
    <message>
        <source>广告</source>
        <translation>Advertising</translation>
    </message>
    <message>
        <source>残句</source>
        <translation>Truncated</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Names of offices</translation>
    </message>
    <message>
        <source>繁简</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>错别字</source>
        <translation>Typos</translation>
    </message>
    <message>
        <source>漏字</source>
        <translation>Dropped characters</translation>
    </message>
    <message>
        <source>多字</source>
        <translation>Surplus characters</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repetition</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>语法</source>
        <translation>Grammar</translation>
    </message>
    <message>
        <source>文风</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>前后矛盾</source>
        <translation>Contradictions</translation>
    </message>
    <message>
        <source>LF 换行</source>
        <translation>LF</translation>
    </message>
    <message>
        <source>CRLF 换行</source>
        <translation>CRLF</translation>
    </message>
    <message>
        <source>CR 换行</source>
        <translation>CR</translation>
    </message>
    <message>
        <source>开头</source>
        <translation>Introduction</translation>
    </message>
    <message>
        <source>年度工作总结</source>
        <translation>Annual summary</translation>
    </message>
    <message>
        <source>政府信息公开工作年度报告</source>
        <translation>Information disclosure report</translation>
    </message>
    <message>
        <source>年度总结讲话</source>
        <translation>Speech at the annual review</translation>
    </message>
    <message>
        <source>半年工作总结</source>
        <translation>Half-year summary</translation>
    </message>
    <message>
        <source>工作计划</source>
        <translation>Work plan</translation>
    </message>
</context>
<context>
    <name>moxian::LedgerModel</name>
    <message>
        <source>所指</source>
        <translation>What is counted</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
</context>
<context>
    <name>moxian::MainWindow</name>
    <message>
        <source>墨线</source>
        <translation>Moxian</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>在这里写，或把文件拖进来。

第一行写标题，各部分用“一、”“（一）”“1.”开头。
右侧随时列出要改的地方，也给出可以用的句子。</source>
        <translation>Write here, or drop a file.

The first line is the title; parts begin with 一、, （一） or 1.
What needs mending and sentences to use are listed at the right.</translation>
    </message>
    <message>
        <source>查找和替换</source>
        <translation>Find and replace</translation>
    </message>
    <message>
        <source>语料库已就绪，共 %1 句</source>
        <translation>The corpus is ready: %1 sentences</translation>
    </message>
    <message>
        <source>正在准备语料库…</source>
        <translation>Preparing the corpus…</translation>
    </message>
    <message>
        <source>还没有可检查的内容</source>
        <translation>Nothing to check yet</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>No findings</translation>
    </message>
    <message>
        <source>光标处没有可以自动修改的问题</source>
        <translation>Nothing at the cursor can be fixed</translation>
    </message>
    <message>
        <source>当前的问题不能自动修改</source>
        <translation>The current finding cannot be fixed automatically</translation>
    </message>
    <message>
        <source>光标处没有问题</source>
        <translation>No finding at the cursor</translation>
    </message>
    <message>
        <source>不再提示</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>为什么不用改？原因会写进审阅单。</source>
        <translation>Why does it need no change? The review sheet will tell.</translation>
    </message>
    <message>
        <source>没有写原因，仍然提示</source>
        <translation>No reason given: it stays</translation>
    </message>
    <message>
        <source>（%1：%2）</source>
        <translation> (%1: %2)</translation>
    </message>
    <message>
        <source>转到行</source>
        <translation>Go to line</translation>
    </message>
    <message>
        <source>行号（1 至 %1）：</source>
        <translation>Line (1 to %1):</translation>
    </message>
    <message>
        <source>正文字体</source>
        <translation>Font of the draft</translation>
    </message>
    <message>
        <source>语言没有切换</source>
        <translation>The language was not changed</translation>
    </message>
    <message>
        <source>写作建议暂时用不了：%1</source>
        <translation>There are no suggestions for now: %1</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>显示或隐藏这个窗格</source>
        <translation>Show or hide this pane</translation>
    </message>
    <message>
        <source>这里没有可以续写的内容</source>
        <translation>There is nothing to go on with here</translation>
    </message>
    <message>
        <source>%1（只读）</source>
        <translation>%1 (read only)</translation>
    </message>
    <message>
        <source>已恢复这个版本的文字；撤销可以退回</source>
        <translation>The text of this version is back; undo takes it away again</translation>
    </message>
    <message>
        <source>检查中断了（%1），编辑和保存照常。</source>
        <translation>Checking broke off (%1); editing and saving go on.</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>%1

%2

错：%3
对：%4

依据：%5（%6）</source>
        <translation>%1

%2

Wrong: %3
Right: %4

Source: %5 (%6)</translation>
    </message>
    <message>
        <source>没有转换</source>
        <translation>Not converted</translation>
    </message>
    <message>
        <source>没有要转换的字</source>
        <translation>Nothing to convert</translation>
    </message>
    <message>
        <source>转换了 %1 行，可以撤销</source>
        <translation>%1 lines converted; undo takes it back</translation>
    </message>
    <message>
        <source>用过的句子没有记下来：%1</source>
        <translation>What was taken could not be remembered: %1</translation>
    </message>
    <message>
        <source>%1审阅单</source>
        <translation>%1 review sheet</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>moxian::Menus</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>最近打开(&amp;R)</source>
        <translation>Open &amp;recent</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>外观(&amp;A)</source>
        <translation>&amp;Appearance</translation>
    </message>
    <message>
        <source>语言 / Language(&amp;L)</source>
        <translation>&amp;Language / 语言</translation>
    </message>
    <message>
        <source>跟随系统(&amp;S)</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>检查(&amp;C)</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>建议(&amp;S)</source>
        <translation>&amp;Suggest</translation>
    </message>
    <message>
        <source>导出(&amp;X)</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>灰色提示(&amp;G)</source>
        <translation>&amp;Grey text</translation>
    </message>
    <message>
        <source>不显示(&amp;N)</source>
        <translation>&amp;Never</translation>
    </message>
    <message>
        <source>很有把握时(&amp;S)</source>
        <translation>Only when &amp;sure</translation>
    </message>
    <message>
        <source>适中(&amp;M)</source>
        <translation>&amp;Moderately</translation>
    </message>
    <message>
        <source>尽量多(&amp;O)</source>
        <translation>As &amp;often as possible</translation>
    </message>
    <message>
        <source>简繁转换(&amp;J)</source>
        <translation>&amp;Script</translation>
    </message>
    <message>
        <source>改写(&amp;W)</source>
        <translation>Re&amp;write</translation>
    </message>
</context>
<context>
    <name>moxian::NoticeBar</name>
    <message>
        <source>关闭提示</source>
        <translation>Close the notice</translation>
    </message>
    <message>
        <source>下面还有 %1 条</source>
        <translation>%1 more below</translation>
    </message>
</context>
<context>
    <name>moxian::OutlineDock</name>
    <message>
        <source>%1 年</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>点击查看这一部分的建议</source>
        <translation>Click for sentences for this part</translation>
    </message>
    <message>
        <source>点击转到这一部分</source>
        <translation>Click to go to this part</translation>
    </message>
    <message>
        <source>自动（%1）</source>
        <translation>Automatic (%1)</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>写下标题和正文后显示</source>
        <translation>Shown once there is a title and text</translation>
    </message>
    <message>
        <source>不按类型检查</source>
        <translation>No kind</translation>
    </message>
    <message>
        <source>结构</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>文稿类型</source>
        <translation>Kind of report</translation>
    </message>
    <message>
        <source>按哪一类文稿的要求检查</source>
        <translation>The kind of report whose requirements are checked</translation>
    </message>
    <message>
        <source>必备部分</source>
        <translation>Required parts</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Headings</translation>
    </message>
    <message>
        <source>以“一、”“（一）”“1.”开头的标题会列在这里</source>
        <translation>Headings that begin with 一、, （一） or 1. are listed here</translation>
    </message>
    <message>
        <source>这类文稿没有规定的部分</source>
        <translation>This kind has no required parts</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>moxian::OutlineModel</name>
    <message>
        <source>（无标题）</source>
        <translation>(no title)</translation>
    </message>
</context>
<context>
    <name>moxian::PreviewDialog</name>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>上一页（Page Up）</source>
        <translation>Previous page (Page Up)</translation>
    </message>
    <message>
        <source>下一页（Page Down）</source>
        <translation>Next page (Page Down)</translation>
    </message>
    <message>
        <source> / %1 页</source>
        <translation> of %1</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>缩放</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>页宽</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>导出 PDF…</source>
        <translation>Export PDF…</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>排版说明（%1 条）</source>
        <translation>Notes (%1)</translation>
    </message>
</context>
<context>
    <name>moxian::RecentFiles</name>
    <message>
        <source>（没有最近打开的文件）</source>
        <translation>(no recent files)</translation>
    </message>
    <message>
        <source>清空列表</source>
        <translation>Clear the list</translation>
    </message>
</context>
<context>
    <name>moxian::RecoveryDialog</name>
    <message>
        <source>未命名文稿</source>
        <translation>Untitled draft</translation>
    </message>
    <message>
        <source>未命名（%1）</source>
        <translation>Untitled (%1)</translation>
    </message>
    <message>
        <source>找回没有保存的内容</source>
        <translation>Recover unsaved drafts</translation>
    </message>
    <message>
        <source>上次没有正常退出，下面的文稿有没保存的修改。要怎样处理？</source>
        <translation>The program did not end normally. These drafts have unsaved changes. What is to be done with them?</translation>
    </message>
    <message>
        <source>可以找回的文稿</source>
        <translation>Drafts to recover</translation>
    </message>
    <message>
        <source>文稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>最后修改</source>
        <translation>Last change</translation>
    </message>
    <message>
        <source>字符</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>打开选中的(&amp;K)</source>
        <translation>&amp;Keep selected</translation>
    </message>
    <message>
        <source>比较(&amp;C)…</source>
        <translation>&amp;Compare…</translation>
    </message>
    <message>
        <source>丢弃选中的(&amp;D)…</source>
        <translation>&amp;Discard selected…</translation>
    </message>
    <message>
        <source>以后再说(&amp;L)</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>记录的开头已损坏，读不出来</source>
        <translation>The start of the journal is damaged; it cannot be read</translation>
    </message>
    <message>
        <source>从未保存</source>
        <translation>Never saved</translation>
    </message>
    <message>
        <source>接着原文稿修改</source>
        <translation>Continues the document</translation>
    </message>
    <message>
        <source>文字已存，修订和批注未存</source>
        <translation>Text saved, changes and comments not</translation>
    </message>
    <message>
        <source>原文稿后来被改过，另开一份</source>
        <translation>The document was changed since; opens as a copy</translation>
    </message>
    <message>
        <source>原文稿不在了，另开一份</source>
        <translation>The document is gone; opens as a copy</translation>
    </message>
    <message>
        <source>原文稿打不开，另开一份</source>
        <translation>The document cannot be opened; opens as a copy</translation>
    </message>
    <message>
        <source>末尾 %1 字节读不出，约 %2 处修改</source>
        <translation>%1 bytes at the end cannot be read, about %2 edits</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>没能找回</source>
        <translation>Not recovered</translation>
    </message>
    <message>
        <source>丢弃以后不能再找回。要丢弃选中的 %1 份吗？</source>
        <translation>What is discarded cannot be recovered. Discard the %1 selected?</translation>
    </message>
    <message>
        <source>丢弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>没有丢弃</source>
        <translation>Not discarded</translation>
    </message>
    <message>
        <source>已保存的</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>找回的</source>
        <translation>Recovered</translation>
    </message>
    <message>
        <source>打开找回的</source>
        <translation>Open the recovered</translation>
    </message>
    <message>
        <source>丢弃找回的…</source>
        <translation>Discard the recovered…</translation>
    </message>
    <message>
        <source>正在查找没有保存的内容…</source>
        <translation>Looking for unsaved drafts…</translation>
    </message>
</context>
<context>
    <name>moxian::RollOverController</name>
    <message>
        <source>选择去年的文稿</source>
        <translation>Choose last year&apos;s report</translation>
    </message>
    <message>
        <source>打不开文件</source>
        <translation>The file cannot be opened</translation>
    </message>
    <message>
        <source>不能沿用</source>
        <translation>Cannot start from it</translation>
    </message>
    <message>
        <source>沿用“%1”：年份顺延 %2 处，数字、日期和文号留空 %3 处，空里写着去年的值。按 F4 跳到下一处，填好后按 Tab 接着跳；填完之前状态栏一直显示还剩几处。</source>
        <translation>From “%1”: %2 years moved on; %3 figures, dates and document numbers are left to fill and show last year&apos;s value. F4 goes to the next one, Tab from a filled one to the one after it; the status bar tells how many are left.</translation>
    </message>
    <message>
        <source>待填 %1 处</source>
        <translation>%1 to fill</translation>
    </message>
    <message>
        <source>转到下一个要填的空</source>
        <translation>Go to the next place to fill</translation>
    </message>
</context>
<context>
    <name>moxian::StatusPanel</name>
    <message>
        <source>第 %1 行，第 %2 列</source>
        <translation>Line %1, column %2</translation>
    </message>
    <message>
        <source>%1 字</source>
        <translation>%1 characters</translation>
    </message>
    <message>
        <source>已选 %1 / 共 %2 字</source>
        <translation>%1 of %2 characters</translation>
    </message>
    <message>
        <source>换一种编码重新打开</source>
        <translation>Read again as</translation>
    </message>
    <message>
        <source>保存时用的编码</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>字数：每个汉字和标点算一个，连续的字母或数字算一个，空格不算</source>
        <translation>Each Chinese character and mark counts one, each run of letters or digits one, spaces none</translation>
    </message>
    <message>
        <source>转到行</source>
        <translation>Go to line</translation>
    </message>
    <message>
        <source>文件的编码</source>
        <translation>Encoding of the file</translation>
    </message>
    <message>
        <source>文件的换行符</source>
        <translation>Line ends of the file</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>moxian::SuggestController</name>
    <message>
        <source>正在准备语料库…</source>
        <translation>Preparing the corpus…</translation>
    </message>
    <message>
        <source>语料库打不开，暂时没有建议</source>
        <translation>The corpus cannot be opened; there are no suggestions</translation>
    </message>
</context>
<context>
    <name>moxian::SuggestionsDock</name>
    <message>
        <source>语料库里没有合适的句子</source>
        <translation>The corpus holds no fitting sentence</translation>
    </message>
    <message>
        <source>光标处：%1</source>
        <translation>At the cursor: %1</translation>
    </message>
    <message>
        <source>写作建议</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>建议用于哪一部分</source>
        <translation>Part the suggestions are for</translation>
    </message>
    <message>
        <source>插入这一句</source>
        <translation>Insert this sentence</translation>
    </message>
    <message>
        <source>插入到光标处；Tab 键依次填写〔&#x3000;〕</source>
        <translation>Insert at the cursor; Tab visits the 〔&#x3000;〕 to fill</translation>
    </message>
    <message>
        <source>替换所选文字</source>
        <translation>Replace the selection</translation>
    </message>
    <message>
        <source>换个说法：%1</source>
        <translation>Other wordings: %1</translation>
    </message>
</context>
<context>
    <name>moxian::SuggestionsModel</name>
    <message>
        <source>来源：%1</source>
        <translation>From: %1</translation>
    </message>
</context>
<context>
    <name>moxian::VersionsDialog</name>
    <message>
        <source>收存的原件</source>
        <translation>files kept inside</translation>
    </message>
    <message>
        <source>每次保存前，在旁边留一份备份（文件名末尾加“~”）(&amp;B)</source>
        <translation>Keep a &amp;backup beside the file before each save (name ends with “~”)</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>保存的人</source>
        <translation>Saved by</translation>
    </message>
    <message>
        <source>字符</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>保存为版本(&amp;S)…</source>
        <translation>&amp;Save as version…</translation>
    </message>
    <message>
        <source>比较(&amp;C)…</source>
        <translation>&amp;Compare…</translation>
    </message>
    <message>
        <source>恢复(&amp;R)</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>命名(&amp;N)…</source>
        <translation>&amp;Name…</translation>
    </message>
    <message>
        <source>删除(&amp;D)…</source>
        <translation>&amp;Delete…</translation>
    </message>
    <message>
        <source>取出原件(&amp;T)…</source>
        <translation>&amp;Take out…</translation>
    </message>
    <message>
        <source>被覆盖的另一份</source>
        <translation>The other&apos;s, written over</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>保存时每隔一段时间自动留下一个版本，也可以随时给现在的内容起名保存。</source>
        <translation>Saving keeps a version from time to time by itself; you can also save the present text under a name.</translation>
    </message>
    <message>
        <source>只有墨线文稿（.moxian）能保存版本。可以先把这份文稿另存为墨线文稿。</source>
        <translation>Only Moxian documents (.moxian) have versions. Save this draft as one first.</translation>
    </message>
    <message>
        <source>另存为墨线文稿(&amp;S)…</source>
        <translation>&amp;Save as Moxian document…</translation>
    </message>
    <message>
        <source>保存为版本</source>
        <translation>Save as version</translation>
    </message>
    <message>
        <source>版本的名称：</source>
        <translation>Name of the version:</translation>
    </message>
    <message>
        <source>送审稿</source>
        <translation>Draft for approval</translation>
    </message>
    <message>
        <source>读不出这个版本</source>
        <translation>This version cannot be read</translation>
    </message>
    <message>
        <source>现在的文稿</source>
        <translation>The present draft</translation>
    </message>
    <message>
        <source>给版本命名</source>
        <translation>Name the version</translation>
    </message>
    <message>
        <source>没有命名</source>
        <translation>Not named</translation>
    </message>
    <message>
        <source>删除的版本不能恢复。要删除选中的 %1 个吗？</source>
        <translation>Deleted versions cannot be restored. Delete the %1 selected?</translation>
    </message>
    <message>
        <source>删除版本</source>
        <translation>Delete versions</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>没有删除</source>
        <translation>Not deleted</translation>
    </message>
    <message>
        <source>读不出原件</source>
        <translation>The file cannot be read</translation>
    </message>
    <message>
        <source>取出原件</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>没有取出</source>
        <translation>Not taken out</translation>
    </message>
</context>
<context>
    <name>moxian::ReviewController</name>
    <message>
        <source>记录修订(&amp;T)</source>
        <translation>&amp;Track changes</translation>
    </message>
    <message>
        <source>把以后的修改记下来，删去的文字划线保留</source>
        <translation>Record further edits; deleted text stays, struck through</translation>
    </message>
    <message>
        <source>署名(&amp;G)…</source>
        <translation>Si&amp;gn as…</translation>
    </message>
    <message>
        <source>修订和批注上写谁的名字</source>
        <translation>The name on changes and comments</translation>
    </message>
    <message>
        <source>新批注(&amp;M)</source>
        <translation>New co&amp;mment</translation>
    </message>
    <message>
        <source>给选中的文字加批注</source>
        <translation>Comment on the selected text</translation>
    </message>
    <message>
        <source>下一处修订(&amp;N)</source>
        <translation>&amp;Next change</translation>
    </message>
    <message>
        <source>转到下一处修订</source>
        <translation>Go to the next change</translation>
    </message>
    <message>
        <source>上一处修订(&amp;P)</source>
        <translation>&amp;Previous change</translation>
    </message>
    <message>
        <source>转到上一处修订</source>
        <translation>Go to the previous change</translation>
    </message>
    <message>
        <source>接受(&amp;A)</source>
        <translation>&amp;Accept</translation>
    </message>
    <message>
        <source>接受光标处或选中范围内的修订</source>
        <translation>Accept the change at the cursor or those in the selection</translation>
    </message>
    <message>
        <source>拒绝(&amp;R)</source>
        <translation>&amp;Reject</translation>
    </message>
    <message>
        <source>拒绝光标处或选中范围内的修订</source>
        <translation>Reject the change at the cursor or those in the selection</translation>
    </message>
    <message>
        <source>全部接受(&amp;C)</source>
        <translation>A&amp;ccept all</translation>
    </message>
    <message>
        <source>接受全部修订；撤销可以退回</source>
        <translation>Accept all changes; undo takes it back</translation>
    </message>
    <message>
        <source>全部拒绝(&amp;J)</source>
        <translation>Re&amp;ject all</translation>
    </message>
    <message>
        <source>拒绝全部修订；撤销可以退回</source>
        <translation>Reject all changes; undo takes it back</translation>
    </message>
    <message>
        <source>全部标记(&amp;L)</source>
        <translation>A&amp;ll marks</translation>
    </message>
    <message>
        <source>在正文里显示修订和批注</source>
        <translation>Show changes and comments in the text</translation>
    </message>
    <message>
        <source>简单标记(&amp;S)</source>
        <translation>&amp;Simple</translation>
    </message>
    <message>
        <source>显示修订后的文字，左边的竖线标出改过的地方；只读</source>
        <translation>The final text with bars where something changed; read only</translation>
    </message>
    <message>
        <source>修订后(&amp;F)</source>
        <translation>&amp;Final</translation>
    </message>
    <message>
        <source>显示接受全部修订后的文字；只读</source>
        <translation>The text with all changes accepted; read only</translation>
    </message>
    <message>
        <source>原稿(&amp;O)</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>显示拒绝全部修订后的文字；只读</source>
        <translation>The text with all changes rejected; read only</translation>
    </message>
    <message>
        <source>审阅(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>只读的正文</source>
        <translation>Text, read only</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Sign as</translation>
    </message>
    <message>
        <source>修订和批注上的名字：</source>
        <translation>Name on changes and comments:</translation>
    </message>
    <message>
        <source>修订前</source>
        <translation>before the changes</translation>
    </message>
    <message>
        <source>修订后</source>
        <translation>after the changes</translation>
    </message>
    <message>
        <source>（可改：%1）</source>
        <translation> (could be: %1)</translation>
    </message>
    <message>
        <source>没有要发成批注的检查结果</source>
        <translation>No findings to send as comments</translation>
    </message>
    <message>
        <source>加了 %1 条批注，可以撤销</source>
        <translation>%1 comments added; they can be undone</translation>
    </message>
    <message>
        <source>下一条批注(&amp;X)</source>
        <translation>Ne&amp;xt comment</translation>
    </message>
    <message>
        <source>转到下一条批注</source>
        <translation>Go to the next comment</translation>
    </message>
    <message>
        <source>上一条批注(&amp;V)</source>
        <translation>Pre&amp;vious comment</translation>
    </message>
    <message>
        <source>转到上一条批注</source>
        <translation>Go to the previous comment</translation>
    </message>
    <message>
        <source>检查结果发成批注(&amp;U)</source>
        <translation>Send findings as comments</translation>
    </message>
    <message>
        <source>把列出的检查结果逐条写成批注</source>
        <translation>Write each listed finding as a comment on its words</translation>
    </message>
    <message>
        <source>按修订前检查和统计(&amp;B)</source>
        <translation>Check and count the text &amp;before the changes</translation>
    </message>
    <message>
        <source>检查、字数和导出用修订前的文字；不选时用修订后的</source>
        <translation>Checks, counts and exports use the text before the changes; otherwise the one after them</translation>
    </message>
    <message>
        <source>与旧稿比较(&amp;D)…</source>
        <translation>Compare with an ol&amp;der draft…</translation>
    </message>
    <message>
        <source>选一份旧稿，把它到这份文稿的改动标成修订</source>
        <translation>Choose an older draft; what leads from it to this one is marked as changes</translation>
    </message>
    <message>
        <source>合并另一份审阅稿(&amp;H)…</source>
        <translation>Merge anot&amp;her copy…</translation>
    </message>
    <message>
        <source>把同一份文稿的另一份审阅稿合到一起，改得不同的地方并排列出</source>
        <translation>Put another reviewed copy of the draft together with this one; conflicts stand side by side</translation>
    </message>
    <message>
        <source>签批(&amp;Q)…</source>
        <translation>Sign o&amp;ff…</translation>
    </message>
    <message>
        <source>按初审、复核、终审签字，记在文稿里</source>
        <translation>Sign at the first, second or final level; kept in the document</translation>
    </message>
    <message>
        <source>导出审阅单(&amp;E)…</source>
        <translation>&amp;Export the review sheet…</translation>
    </message>
    <message>
        <source>意见、修改、不改的理由和签批，单独成一个文件</source>
        <translation>Requests, changes, reasons for dismissals and sign-off as a file of its own</translation>
    </message>
    <message>
        <source>导出时附审阅单(&amp;K)</source>
        <translation>Add the review sheet to exports</translation>
    </message>
    <message>
        <source>导出的文件后面附上审阅单</source>
        <translation>The review sheet goes behind what is exported</translation>
    </message>
    <message>
        <source>修订：%1</source>
        <translation>Tracking: %1</translation>
    </message>
    <message>
        <source>修订：关</source>
        <translation>Tracking: off</translation>
    </message>
    <message>
        <source>正在以“%1”的名义记录修订；单击停止</source>
        <translation>Edits are tracked as “%1”; click to stop</translation>
    </message>
    <message>
        <source>没有记录修订；单击开始</source>
        <translation>Edits are not tracked; click to start</translation>
    </message>
    <message>
        <source>光标处没有修订</source>
        <translation>No change at the cursor</translation>
    </message>
    <message>
        <source>选中的文字里没有修订</source>
        <translation>No change in the selection</translation>
    </message>
    <message>
        <source>与它改得不同的 %1 处修订同时拒绝了，撤销可以退回</source>
        <translation>%1 changes that differ from it were rejected with it; undo brings them back</translation>
    </message>
    <message>
        <source>有 %1 处改得不同，只能选用一个，没有替您接受。请在审阅栏里标着“二选一”的修订中选定一个接受，另一个会同时拒绝。</source>
        <translation>%1 places are changed in different ways of which one can stand; they were left. Accept one of the changes marked “either/or” in the review dock, and the other is rejected with it.</translation>
    </message>
    <message>
        <source>这个视图只能看，不能改。</source>
        <translation>This view is for reading only.</translation>
    </message>
    <message>
        <source>回到标记视图</source>
        <translation>Back to all marks</translation>
    </message>
    <message>
        <source>已到末尾，从头继续</source>
        <translation>Went on from the start</translation>
    </message>
    <message>
        <source>已到开头，从末尾继续</source>
        <translation>Went on from the end</translation>
    </message>
</context>
<context>
    <name>moxian::ReviewDock</name>
    <message>
        <source>插入</source>
        <translation>Inserted</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>移来</source>
        <translation>Moved here</translation>
    </message>
    <message>
        <source>移走</source>
        <translation>Moved away</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>resolved</translation>
    </message>
    <message>
        <source>原文已删：%1</source>
        <translation>text deleted: %1</translation>
    </message>
    <message>
        <source>修订 %1&#x3000;批注 %2</source>
        <translation>%1 changes, %2 comments</translation>
    </message>
    <message>
        <source>没有修订和批注</source>
        <translation>No changes and no comments</translation>
    </message>
    <message>
        <source>都被筛选条件隐藏了</source>
        <translation>The filter hides them all</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>标为已解决</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>答复（Ctrl+Enter）</source>
        <translation>Reply (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>在选中处加批注（Ctrl+Enter）</source>
        <translation>Comment on the selection (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>审阅</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>修订和批注</source>
        <translation>Changes and comments</translation>
    </message>
    <message>
        <source>按种类筛选</source>
        <translation>Filter by kind</translation>
    </message>
    <message>
        <source>按作者筛选</source>
        <translation>Filter by author</translation>
    </message>
    <message>
        <source>批注内容</source>
        <translation>Text of the comment</translation>
    </message>
    <message>
        <source>写批注或答复</source>
        <translation>Write a comment or reply</translation>
    </message>
    <message>
        <source>接受</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>修订</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>原文已删</source>
        <translation>Words deleted</translation>
    </message>
    <message>
        <source>列出 %1</source>
        <translation>%1 listed</translation>
    </message>
    <message>
        <source>所有日期</source>
        <translation>All days</translation>
    </message>
    <message>
        <source>按日期筛选</source>
        <translation>Filter by day</translation>
    </message>
    <message>
        <source>按状态筛选</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>接受所列</source>
        <translation>Accept listed</translation>
    </message>
    <message>
        <source>拒绝所列</source>
        <translation>Reject listed</translation>
    </message>
    <message>
        <source>接受列出的全部修订（Shift+A）；撤销可以退回</source>
        <translation>Accept all listed changes (Shift+A); it can be undone</translation>
    </message>
    <message>
        <source>拒绝列出的全部修订（Shift+R）；撤销可以退回</source>
        <translation>Reject all listed changes (Shift+R); it can be undone</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>所有状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>二选一 %1 处</source>
        <translation>Either/or: %1</translation>
    </message>
    <message>
        <source>二选一 %1</source>
        <translation>Either/or: %1</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>只列一部分；接受或拒绝所列的全部修订</source>
        <translation>List only some; accept or reject all changes that are listed</translation>
    </message>
</context>
<context>
    <name>moxian::Reviewer</name>
    <message>
        <source>审稿人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>%1 %2 于 %3</source>
        <translation>%2 by %1 on %3</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Inserted</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>moxian::MergeDialog</name>
    <message>
        <source>合并：两人改得不同的地方</source>
        <translation>Merge: where the two differ</translation>
    </message>
    <message>
        <source>有 %1 处两份审阅稿改得不同，改动在【】里。选用哪一份，或者都留下，以后在文稿里接受、拒绝。</source>
        <translation>In %1 places the two copies were changed differently; the changes stand in 【】. Take one of them, or leave both and settle them in the draft.</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>两人改得不同的地方</source>
        <translation>Where the two differ</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>选用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>第 %1 行</source>
        <translation>Line %1</translation>
    </message>
    <message>
        <source>都留下</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>用左边</source>
        <translation>The left</translation>
    </message>
    <message>
        <source>用右边</source>
        <translation>The right</translation>
    </message>
    <message>
        <source>删去：%1</source>
        <translation>Deleted: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>moxian::ReviewFiles</name>
    <message>
        <source>正在打开“%1”…</source>
        <translation>Opening “%1”…</translation>
    </message>
    <message>
        <source>打不开文件</source>
        <translation>The file cannot be opened</translation>
    </message>
    <message>
        <source>选择旧稿</source>
        <translation>Choose the older draft</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>正在比较…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>与“%1”没有差别</source>
        <translation>No difference from “%1”</translation>
    </message>
    <message>
        <source>%1（比较）</source>
        <translation>%1 (comparison)</translation>
    </message>
    <message>
        <source>从“%1”到“%2”有 %3 处改动，标为修订。两份文件都没有变。</source>
        <translation>%3 changes lead from “%1” to “%2” and are marked. Neither file was changed.</translation>
    </message>
    <message>
        <source>选择另一份审阅稿</source>
        <translation>Choose the other reviewed copy</translation>
    </message>
    <message>
        <source>没有合并</source>
        <translation>Not merged</translation>
    </message>
    <message>
        <source>“%1”修订前的文字与这份文稿不同，不是同一份文稿的审阅稿。可以改用“与旧稿比较”。</source>
        <translation>“%1” has another text before its changes: it is no copy of this draft. Compare the two instead.</translation>
    </message>
    <message>
        <source>“%1”与“%2”合并后有 %3 处修订、%4 条批注。两份文件都没有变。</source>
        <translation>“%1” and “%2” together have %3 changes and %4 comments. Neither file was changed.</translation>
    </message>
    <message>
        <source>合并时有 %1 处两人改得不同，都留在文稿里，请在审阅栏里选定。</source>
        <translation> %1 places were changed differently by the two; both versions stay in the draft, choose in the review pane.</translation>
    </message>
    <message>
        <source>%1（合并）</source>
        <translation>%1 (merged)</translation>
    </message>
    <message>
        <source>初审</source>
        <translation>First review</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Second review</translation>
    </message>
    <message>
        <source>终审</source>
        <translation>Final review</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>撤回最后一次签批</source>
        <translation>Take the last back</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>还没有人签批。</source>
        <translation>Nobody has signed yet.</translation>
    </message>
    <message>
        <source>已签：%1。</source>
        <translation>Signed: %1.</translation>
    </message>
    <message>
        <source>签批</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>最后一次签批已撤回</source>
        <translation>The last signature was taken back</translation>
    </message>
    <message>
        <source>意见：</source>
        <translation>Opinion:</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>%1已签：%2</source>
        <translation>%1 signed: %2</translation>
    </message>
    <message>
        <source>姓名：</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>%1
签哪一级？</source>
        <translation>%1
Which level do you sign?</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 处修订没有处理</source>
        <translation>changes not settled: %1</translation>
    </message>
    <message>
        <source>%1 条批注没有解决</source>
        <translation>comments not resolved: %1</translation>
    </message>
    <message>
        <source>%1 处错误没有改</source>
        <translation>errors not mended: %1</translation>
    </message>
    <message>
        <source>文稿里还有 %1。</source>
        <translation>Still open in the draft: %1.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>检查还没有做完。</source>
        <translation>The check has not finished yet.</translation>
    </message>
</context>
<context>
    <name>moxian::ImportList</name>
    <message>
        <source>没有收进语料库的内容</source>
        <translation>What did not go into the corpus</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>目录里有、没有正文的：</source>
        <translation>In the contents but without a text:</translation>
    </message>
    <message>
        <source>没有写完的（写了的已经收入）：</source>
        <translation>Breaking off (what is there is in):</translation>
    </message>
    <message>
        <source>读不了的文件：</source>
        <translation>Files that could not be read:</translation>
    </message>
    <message>
        <source>没有收入的句子：%1</source>
        <translation>Sentences not taken: %1</translation>
    </message>
    <message>
        <source>  %1：%2（%3 第 %4 行）</source>
        <translation>  %1: %2 (%3 line %4)</translation>
    </message>
    <message>
        <source>  只列出前 %1 句。</source>
        <translation>  Only the first %1 are listed.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>moxian::OpenSlotsDock</name>
    <message>
        <source>没有要填的空</source>
        <translation>No field is open</translation>
    </message>
    <message>
        <source>还有 %1 处没有填</source>
        <translation>%1 fields are open</translation>
    </message>
    <message>
        <source>还有 %1 处没有填，其中 %2 处写着去年的值</source>
        <translation>%1 fields are open, %2 of them with last year's value</translation>
    </message>
    <message>
        <source>待填清单</source>
        <translation>Open fields</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>去年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
</context>
<context>
    <name>moxian::RewriteController</name>
    <message>
        <source>请先选中两行以上的文字</source>
        <translation>Select two lines or more first</translation>
    </message>
    <message>
        <source>这里没有“一是……二是……”</source>
        <translation>There is no run of 一是, 二是 here</translation>
    </message>
    <message>
        <source>这里没有除第一列外都是数字的表格</source>
        <translation>There is no table here whose columns behind the first hold figures alone</translation>
    </message>
    <message>
        <source>这里没有能排成表格的“其中”句</source>
        <translation>There is no sentence with 其中 here that makes a table</translation>
    </message>
</context>
<context>
    <name>moxian::SkeletonController</name>
    <message>
        <source>不能按模板新建</source>
        <translation>Cannot start from the template</translation>
    </message>
</context>
<context>
    <name>moxian::SkeletonDialog</name>
    <message>
        <source>按模板新建</source>
        <translation>New from template</translation>
    </message>
    <message>
        <source>例如：青岚区民政局</source>
        <translation>For example: 青岚区民政局</translation>
    </message>
    <message>
        <source>例如：政务公开；可以不填</source>
        <translation>For example: 政务公开; may be left empty</translation>
    </message>
    <message>
        <source>文种(&amp;K)：</source>
        <translation>&amp;Kind:</translation>
    </message>
    <message>
        <source>单位(&amp;U)：</source>
        <translation>&amp;Unit:</translation>
    </message>
    <message>
        <source>年份(&amp;Y)：</source>
        <translation>&amp;Year:</translation>
    </message>
    <message>
        <source>领域(&amp;F)：</source>
        <translation>&amp;Field:</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>moxian::RulesDialog</name>
    <message>
        <source>检查规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>取消勾选的规则不再检查；选一条规则可以看它的依据和例子。</source>
        <translation>A rule that is not ticked does not run; choose one to see its source and an example.</translation>
    </message>
    <message>
        <source>%1
错：%2
对：%3
依据：%4（%5）</source>
        <translation>%1
Wrong: %2
Right: %3
Source: %4 (%5)</translation>
    </message>
</context>
<context>
    <name>moxian::Dialogs</name>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
</context>
</TS>
